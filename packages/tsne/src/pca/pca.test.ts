import { ArgumentError, createRng } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { waves } from '../testing/waves.ts';
import { pca } from './pca.ts';

describe('pca', () => {
  it('finds the line on which points lie', async () => {
    const { components, explainedVariance, explainedVarianceRatio, embedding, mean } = await pca([
      [1, 2],
      [2, 4],
      [3, 6],
    ]);
    expect(components.data.subarray(0, 2)).toBeAllClose([1 / Math.sqrt(5), 2 / Math.sqrt(5)]);
    expect(explainedVariance).toBeAllClose([5, 0], { atol: 1e-12 });
    expect(explainedVarianceRatio).toBeAllClose([1, 0], { atol: 1e-12 });
    expect(embedding.data).toBeAllClose([-Math.sqrt(5), 0, 0, 0, Math.sqrt(5), 0], { atol: 1e-12 });
    expect([...mean]).toEqual([2, 4]);
  });

  // x = sin(1.3 i + 0.7 j) + 0.3 cos(i j) + 0.1 sin(i i + j), float32; scikit-learn 1.9:
  // p = PCA(3, svd_solver='full', whiten=w).fit(x); p.explained_variance_, ..., p.components_[:, :5], p.transform(x)[:2]
  it.each([
    {
      ...{ rows: 30, columns: 5 },
      variance: [1.4533051258994145, 1.294528648699769, 0.05174053858017973],
      ratio: [0.5075274709995111, 0.452079084771962, 0.018068982367002766],
      singular: [6.49198341426432, 6.127098074316527, 1.2249390265744708],
      first: [-0.547079694155, -0.332860206721, 0.120701578942, 0.458540540266, 0.604218166557],
      scores: [0.6598767608, 1.96012743445, 0.13617365836, -1.9224987571, 0.7013053183, 0.12272901158],
      white: [0.5473743358, 1.7227746561, 0.5986564039, -1.5947318389, 0.6163839184, 0.5395500834],
    },
    {
      ...{ rows: 6, columns: 40 },
      variance: [14.062476722848984, 10.194144899553079, 0.60306505333045],
      ratio: [0.5464965703779313, 0.3961652940189023, 0.023436339832255765],
      singular: [8.38524797571574, 7.139378439175598, 1.7364691954227838],
      first: [0.028377875098, 0.225289687093, 0.229648925063, 0.176399864998, 0.034407606386],
      scores: [3.9094542115, -0.4569859379, 0.6748425669, 0.8803797712, 4.1720950978, -1.1561076839],
      white: [1.0425219859, -0.1431289335, 0.8690012226, 0.2347681333, 1.3067087459, -1.488730913],
    },
  ])('agrees with scikit-learn on $rows samples of $columns features', async (pinned) => {
    const xs = waves(pinned.rows, pinned.columns);
    const fit = await pca(xs, { components: 3 });
    expect(fit.explainedVariance).toBeAllClose(pinned.variance, { rtol: 1e-6 });
    expect(fit.explainedVarianceRatio).toBeAllClose(pinned.ratio, { rtol: 1e-6 });
    expect(fit.singularValues).toBeAllClose(pinned.singular, { rtol: 1e-6 });
    expect(fit.components.data.subarray(0, 5)).toBeAllClose(pinned.first, { atol: 1e-6 });
    expect(fit.embedding.data.subarray(0, 6)).toBeAllClose(pinned.scores, { atol: 1e-6 });
    const white = await pca(xs, { components: 3, whiten: true });
    expect(white.embedding.data.subarray(0, 6)).toBeAllClose(pinned.white, { atol: 1e-6 });
  });

  // PCA(4, svd_solver='randomized', random_state=0).fit(x).explained_variance_
  it('agrees with scikit-learn where it goes by random vectors', async () => {
    const { explainedVariance } = await pca(waves(600, 520), { components: 4 });
    const expected = [130.80636163477425, 129.8121694684558, 1.5170423354799238, 1.3130856698611106];
    expect(explainedVariance).toBeAllClose(expected, { rtol: 1e-6 });
  });

  it('finds the same by random vectors as by the whole spectrum, for any seed', async () => {
    const xs = waves(60, 80);
    const full = await pca(xs, { components: 5, method: 'full' });
    for (const seed of [0, 1]) {
      const random = await pca(xs, { components: 5, method: 'randomised', seed, powerIterations: 60 });
      expect(random.explainedVariance).toBeAllClose(full.explainedVariance, { rtol: 1e-8 });
      expect(random.components.data).toBeAllClose(full.components.data, { atol: 1e-5 });
    }
  });

  it('gives the same by both full ways', async () => {
    const [wide, tall] = [waves(20, 21), waves(20, 20)];
    const padded = new Float32Array(20 * 21);
    for (let i = 0; i < 20; i++) padded.set(tall.data.subarray(i * 20, i * 20 + 20), i * 21);
    const [a, b] = [await pca({ ...wide, data: padded }, { components: 4 }), await pca(tall, { components: 4 })];
    expect(a.embedding.data).toBeAllClose(b.embedding.data, { atol: 1e-8 });
  });

  it('gives the same without WebAssembly', async () => {
    const xs = waves(23, 9);
    const fast = await pca(xs, { components: 3 });
    vi.stubGlobal('WebAssembly', undefined);
    try {
      const plain = await pca(xs, { components: 3 });
      expect(plain.embedding.data).toBeAllClose(fast.embedding.data, { atol: 1e-10 });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('keeps orthonormal components, whatever the samples', async () => {
    const values = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(values, fc.integer({ min: 0, max: 9 }), async (rows, extra) => {
        const xs = rows.map((row) => [...row, ...Array<number>(extra).fill(1)]);
        const count = Math.min(rows.length, 4 + extra);
        const { components, embedding, explainedVariance, inverseTransform } = await pca(xs, { components: count });
        expect(gram(components.data, components.columns)).toBeAllClose(identity(count), { atol: 1e-9 });
        expect(explainedVariance.every((value, i) => value >= 0 && value <= (explainedVariance[i - 1] ?? 1e9))).toBe(
          true,
        );
        if (count >= 4) expect(inverseTransform(embedding).data).toBeAllClose(xs.flat(), { atol: 1e-4 });
      }),
      { numRuns: 60 },
    );
  });

  it('maps new samples as it mapped the old, and whitening makes variances 1', async () => {
    const xs = waves(40, 6);
    const fit = await pca(xs, { components: 6, whiten: true });
    expect([...fit.transform(xs).data]).toEqual([...fit.embedding.data]);
    expect(fit.inverseTransform(fit.embedding).data).toBeAllClose(xs.data, { atol: 1e-4 });
    const rng = createRng(4);
    expect(fit.transform([Array.from({ length: 6 }, () => rng.normal())]).rows).toBe(1);
    for (let c = 0; c < 6; c++) {
      let sum = 0;
      for (let i = 0; i < 40; i++) sum += fit.embedding.data[i * 6 + c]! ** 2;
      expect(sum / 39).toBeCloseTo(1, 6);
    }
  });

  it('gives zeros for samples that do not vary', async () => {
    const { embedding, explainedVarianceRatio } = await pca(Array(5).fill([3, 3, 3]), { whiten: true });
    expect([...embedding.data, ...explainedVarianceRatio]).toEqual(Array(12).fill(0));
  });

  it('takes 200 pictures of 46,128 values', async () => {
    const data = Float32Array.from({ length: 200 * 46128 }, (_, at) => (at * at) % 251);
    const { components, explainedVariance } = await pca({ data, shape: [200, 46128] }, { components: 3 });
    expect(gram(components.data, 46128)).toBeAllClose(identity(3), { atol: 1e-9 });
    expect(explainedVariance[2]).toBeGreaterThan(0);
  });

  it.each([
    ['one sample', [[1, 2]], {}, /at least two samples/],
    [
      'too many components',
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      { components: 3 },
      /in \[1, 2\].*got 3/,
    ],
    [
      'half a component',
      [
        [1, 2],
        [3, 4],
      ],
      { components: 0.5 },
      /integer/,
    ],
    [
      'an unknown method',
      [
        [1, 2],
        [3, 4],
      ],
      { method: 'svd' },
      /got svd/,
    ],
    [
      'a seed that has no effect',
      [
        [1, 2],
        [3, 4],
      ],
      { method: 'full', seed: 1 },
      /seed has no effect/,
    ],
    [
      'NaN',
      [
        [1, Number.NaN],
        [3, 4],
      ],
      {},
      /finite/,
    ],
  ])('refuses %s', async (_, xs, options, message) => {
    const call = pca(xs, options as never);
    await expect(call).rejects.toThrow(message);
    await expect(call).rejects.toBeInstanceOf(ArgumentError);
  });

  it('refuses samples of other features', async () => {
    const fit = await pca(waves(5, 4));
    expect(() => fit.transform([[1, 2]])).toThrow(/4 columns like the fit, got 2/);
    expect(() => fit.inverseTransform([[1, 2, 3]])).toThrow(/2 columns like the fit, got 3/);
  });
});

function gram(rows: Float64Array, length: number): Float64Array {
  const count = rows.length / length;
  return Float64Array.from({ length: count * count }, (_, at) => {
    let sum = 0;
    for (let p = 0; p < length; p++)
      sum += rows[Math.floor(at / count) * length + p]! * rows[(at % count) * length + p]!;
    return sum;
  });
}

const identity = (n: number) => Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
