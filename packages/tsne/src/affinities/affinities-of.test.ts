import { describe, expect, it } from 'vitest';
import type { FloatMatrix } from '../input/input.ts';
import { digits } from '../testing/digits.ts';
import { pairsOf } from '../testing/pairs-of.ts';
import { affinitiesOf } from './affinities-of.ts';

const few = digits(60);

async function matrixOf(
  from: FloatMatrix,
  perplexities: readonly number[],
  options: { dense: boolean; scales?: 'average' },
) {
  const { dense, ...rest } = options;
  return pairsOf(await affinitiesOf({ from, samples: from.rows, perplexities, dense, spareNeighbours: 1 }, rest));
}

/** sum_ij (i + 1) P_ij sqrt(j + 1): no two entries count alike. */
const checksum = (p: number[][]) =>
  p.reduce((sum, row, i) => row.reduce((all, value, j) => all + (i + 1) * value * Math.sqrt(j + 1), sum), 0);
const squares = (p: number[][]) => p.flat().reduce((sum, value) => sum + value * value, 0);

function expectRow(actual: number[] | undefined, expected: readonly number[], largest: number): void {
  expected.forEach((value, j) => {
    expect(Math.abs((actual?.[j] as number) - value)).toBeLessThan(1e-6 * largest);
  });
}

describe('affinitiesOf', () => {
  it("equals scikit-learn's affinities of all pairs", async () => {
    // x = load_digits().data.astype(np.float32)[:60], scikit-learn 1.9.1
    // P = squareform(_joint_probabilities(pairwise_distances(x, squared=True), 12.0, 0))
    const p = await matrixOf(few, [12], { dense: true });
    const row = [0, 1.12242937e-6, 1.19726241e-5, 3.44170359e-5, 3.74980314e-5, 7.81667724e-5, 4.18203715e-5];
    expectRow(p[0], row, 0.008212551308826867);
    expect(Math.max(...p.flat()) / 0.008212551308826867).toBeCloseTo(1, 6);
    expect(squares(p) / 0.002591206514896857).toBeCloseTo(1, 6);
    expect(checksum(p) / 159.2689172105698).toBeCloseTo(1, 6);
  });

  it("equals scikit-learn's affinities of neighbours", async () => {
    // d = NearestNeighbors(n_neighbors=37).fit(x).kneighbors_graph(mode='distance'); d.data **= 2
    // _joint_probabilities_nn(d, 12.0, 0).toarray()
    const p = await matrixOf(few, [12], { dense: false });
    const row = [0, 0, 0, 4.15962612e-5, 3.1473198e-5, 8.86285987e-5, 5.34202066e-5, 0];
    expectRow(p[0], row, 0.007735448659038889);
    expect(squares(p) / 0.002441217560280208).toBeCloseTo(1, 6);
    expect(checksum(p) / 159.31644928332332).toBeCloseTo(1, 6);
  });

  it('equals it where every sample is there twice', async () => {
    // x2 = np.concatenate([x[:20], x[:20]]); _joint_probabilities(pairwise_distances(x2, squared=True), 8.0, 0)
    const half = digits(20);
    const data = new Float32Array(2 * half.data.length);
    data.set(half.data);
    data.set(half.data, half.data.length);
    const p = await matrixOf({ data, rows: 40, columns: 64 }, [8], { dense: true });
    expect(Math.max(...p.flat()) / 0.014870672615921338).toBeCloseTo(1, 5);
    expect(squares(p) / 0.007774347084182464).toBeCloseTo(1, 5);
  });

  it('gives alike pairs alike affinities, of sum one, whatever the way', async () => {
    for (const dense of [true, false]) {
      for (const perplexities of [[5], [3, 15]]) {
        const p = await matrixOf(few, perplexities, { dense });
        expect(p.flat().reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
        expect(p.every((row, i) => row[i] === 0 && row.every((value, j) => value === p[j]?.[i]))).toBe(true);
      }
    }
  });

  it('averages the affinities of several perplexities, or mixes their densities', async () => {
    const [small, large] = [await matrixOf(few, [4], { dense: true }), await matrixOf(few, [18], { dense: true })];
    const average = await matrixOf(few, [4, 18], { dense: true, scales: 'average' });
    const off = average.map((row, i) => row.map((value, j) => value - (small[i]![j]! + large[i]![j]!) / 2));
    expect(Math.max(...off.flat().map(Math.abs))).toBeLessThan(1e-8);
    const mixture = await matrixOf(few, [4, 18], { dense: true });
    expect(squares(mixture)).toBeLessThan(squares(small));
    expect(squares(mixture)).toBeGreaterThan(squares(large));
    expect(await matrixOf(few, [7, 7], { dense: true })).toEqual(await matrixOf(few, [7], { dense: true }));
  });

  it('is even where all samples are equal', async () => {
    const p = await matrixOf({ data: new Float32Array(24).fill(3), rows: 8, columns: 3 }, [3], { dense: true });
    expect(Math.max(...p.flat())).toBeCloseTo(1 / 56, 7);
  });
});
