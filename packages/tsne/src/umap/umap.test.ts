import { ArgumentError } from '@animals/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nearestNeighbours } from '../neighbours/nearest-neighbours.ts';
import { embeddingQuality } from '../quality/embedding-quality.ts';
import { clusters } from '../testing/clusters.ts';
import { digits } from '../testing/digits.ts';
import { waves } from '../testing/waves.ts';
import { createUmap } from './create-umap.ts';
import { umap } from './umap.ts';

afterEach(() => vi.unstubAllGlobals());

/** Share of samples whose nearest point is of their own class. */
function neighbourAccuracy(
  { data, rows, columns }: { data: Float32Array; rows: number; columns: number },
  classOf: (i: number) => number,
): number {
  let right = 0;
  for (let i = 0; i < rows; i++) {
    let [best, nearest] = [Number.POSITIVE_INFINITY, -1];
    for (let j = 0; j < rows; j++) {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += (data[i * columns + c]! - data[j * columns + c]!) ** 2;
      if (j !== i && sum < best) [best, nearest] = [sum, j];
    }
    if (classOf(nearest) === classOf(i)) right++;
  }
  return right / rows;
}

describe('umap', () => {
  // umap-learn 0.5.3, UMAP(random_state=seed).fit_transform(load_digits().data) for seeds 0, 1, 2, by scikit-learn:
  // trustworthiness(x, y, n_neighbors=5): 0.98960, 0.98931, 0.98858; 15: 0.98780, 0.98790, 0.98662
  // numpy.bincount(labels[nearest 5 of y]).argmax() == labels: 0.98831, 0.98943, 0.98943
  it('shows digits as well as umap-learn does', async () => {
    const { labels, ...xs } = digits();
    const { embedding } = await umap(xs);
    const { scores } = await embeddingQuality(xs, embedding, { k: 5, labels, sample: 400, pairsOf: 100 });
    expect(scores.trustworthiness).toBeGreaterThan(0.986);
    expect(scores.labelAccuracy).toBeGreaterThan(0.975);
  }, 120_000);

  const xs = clusters(90, 8, 3);

  it('keeps clouds of samples together, in two and in three dimensions', async () => {
    for (const dims of [2, 3] as const) {
      const { embedding } = await umap(xs, { dims, epochs: 100 });
      expect(embedding).toMatchObject({ rows: 90, columns: dims });
      expect(neighbourAccuracy(embedding, (i) => i % 3)).toBe(1);
    }
  });

  it('gives the same points for a seed, others for another', async () => {
    const options = { epochs: 30, seed: 5 };
    const { embedding } = await umap(xs, options);
    expect((await umap(xs, options)).embedding).toEqual(embedding);
    expect((await umap(xs, { ...options, seed: 6 })).embedding).not.toEqual(embedding);
  });

  it('is the steps of createUmap', async () => {
    const run = await createUmap(xs, { epochs: 20 });
    const start = run.embedding();
    for (let epoch = 1; epoch <= 20; epoch++) expect(run.step()).toEqual({ epoch, done: epoch === 20 });
    expect(run.step()).toEqual({ epoch: 20, done: true });
    expect(run.embedding()).toEqual((await umap(xs, { epochs: 20 })).embedding);
    expect(run.embedding()).not.toEqual(start);
    expect(run).toMatchObject({ samples: 90, epoch: 20, epochs: 20 });
  });

  it('gives the same points without WebAssembly, to the last bit', async () => {
    const neighbours = await nearestNeighbours(xs, { k: 14 });
    const options = { neighbours, epochs: 40, init: waves(90, 2) };
    const fast = await umap(xs, options);
    vi.stubGlobal('WebAssembly', undefined);
    expect((await umap(xs, options)).embedding).toEqual(fast.embedding);
  });

  it('takes neighbours that were found before, more than it needs too', async () => {
    const { embedding } = await umap(xs, { epochs: 10 });
    const neighbours = await nearestNeighbours(xs, { k: 30 });
    expect((await umap(xs, { epochs: 10, neighbours })).embedding).toEqual(embedding);
    const alone = await umap(await nearestNeighbours(clusters(40, 8, 1), { k: 14 }), { epochs: 10 });
    expect(alone.embedding).toEqual((await umap(clusters(40, 8, 1), { epochs: 10 })).embedding);
    await expect(alone.transform(xs)).rejects.toThrow(/neighbours only/);
    await expect(umap(neighbours, { metric: 'cosine' })).rejects.toThrow(/no effect on neighbours/);
    await expect(umap(neighbours, { init: 'pca' })).rejects.toThrow(/needs samples/);
    expect((await umap(neighbours, { epochs: 100 })).embedding.data.every(Number.isFinite)).toBe(true);
  });

  it('takes distances in place of samples', async () => {
    const { data, rows, columns } = xs;
    const square = Float64Array.from({ length: rows * rows }, (_, at) => {
      const [i, j] = [Math.floor(at / rows), at % rows];
      let sum = 0;
      for (let p = 0; p < columns; p++) sum += (data[i * columns + p]! - data[j * columns + p]!) ** 2;
      return Math.sqrt(sum);
    });
    const distances = { data: square, shape: [rows, rows] as const };
    const fit = await umap(distances, { metric: 'precomputed', epochs: 60 });
    expect(neighbourAccuracy(fit.embedding, (i) => i % 3)).toBe(1);
    expect((await fit.transform(distances)).data.every(Number.isFinite)).toBe(true);
  });

  it('draws classes apart that lie in one cloud, when told of them', async () => {
    const cloud = clusters(80, 5, 1);
    const targets = Array.from({ length: 80 }, (_, i) => i % 2);
    const plain = await umap(cloud, { epochs: 100 });
    const told = await umap(cloud, { epochs: 100, targets, targetWeight: 0.9 });
    expect(neighbourAccuracy(plain.embedding, (i) => i % 2)).toBeLessThan(0.75);
    expect(neighbourAccuracy(told.embedding, (i) => i % 2)).toBeGreaterThan(0.95);
  });

  it('places new samples among their like, and known ones where they are', async () => {
    const all = clusters(120, 8, 3);
    const [old, fresh] = [all.data.subarray(0, 90 * 8), all.data.subarray(90 * 8)];
    const { embedding, transform } = await umap({ data: old, shape: [90, 8] }, { epochs: 100 });
    const placed = await transform({ data: fresh, shape: [30, 8] });
    const both = { data: Float32Array.of(...embedding.data, ...placed.data), rows: 120, columns: 2 };
    expect(neighbourAccuracy(both, (i) => i % 3)).toBe(1);
    expect(await transform({ data: fresh, shape: [30, 8] })).toEqual(placed);
    const again = await transform({ data: old, shape: [90, 8] });
    const far = again.data.filter((x, at) => Math.abs(x - embedding.data[at]!) > 1.5).length;
    expect(far).toBeLessThan(20);
  });

  it('stays finite for equal samples, constant columns and few samples', async () => {
    for (const rows of [
      Array(20).fill([1, 2]),
      [
        [0, 5],
        [1, 5],
        [2, 5],
      ],
      [...Array(10).fill([0, 1]), ...Array(10).fill([9, 1])],
    ]) {
      const { embedding } = await umap(rows, { epochs: 20 });
      expect(embedding.data.every(Number.isFinite)).toBe(true);
    }
  });

  it('says how far it is, and stops when it is told to', async () => {
    const onProgress = vi.fn();
    await umap(xs, { epochs: 5, onProgress });
    expect(onProgress).toHaveBeenLastCalledWith({ done: 5, total: 5, label: 'epochs' });
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(umap(xs, { signal: stop.signal })).rejects.toThrow('enough');
    const later = new AbortController();
    setTimeout(() => later.abort(new Error('too long')), 150);
    await expect(umap(xs, { epochs: 1e6, signal: later.signal })).rejects.toThrow('too long');
  });

  it.each([
    ['two samples', [[1], [2]], {}, /at least three/],
    ['a lone neighbourhood', [[1], [2], [3]], { neighbourhood: 1 }, /\[2, 3\], got 1/],
    ['a neighbourhood of more than there are', [[1], [2], [3]], { neighbourhood: 4 }, /got 4/],
    ['one dimension', [[1], [2], [3]], { dims: 1 }, /2 or 3, got 1/],
    ['points farther apart than the scale', [[1], [2], [3]], { minDist: 2 }, /\[0, 1\], got 2/],
    ['no epochs', [[1], [2], [3]], { epochs: 0 }, /at least 1, got 0/],
    ['a mixture beyond', [[1], [2], [3]], { mixRatio: 1.5 }, /got 1.5/],
    ['a weight of no targets', [[1], [2], [3]], { targetWeight: 0.5 }, /left out without targets/],
    ['too few targets', [[1], [2], [3]], { targets: [1] }, /one a sample, 3, got 1/],
    ['targets that are no classes', [[1], [2], [3]], { targets: [0, 1, 0.5] }, /whole numbers.*got 0.5/],
    [
      'too few neighbours',
      [[1], [2], [3]],
      { neighbours: { k: 1, indices: new Uint32Array(3), distances: new Float32Array(3) } },
      /\[2, 2\]/,
    ],
    ['a start of another shape', [[1], [2], [3]], { init: [[1, 2]] }, /2 coordinates for each of 3/],
    ['an unknown start', [[1], [2], [3]], { init: 'grid' }, /got grid/],
    ['NaN', [[1], [2], [Number.NaN]], {}, /finite/],
  ])('refuses %s', async (_, samples, options, message) => {
    const call = umap(samples, options as never);
    await expect(call).rejects.toThrow(message);
    await expect(call).rejects.toBeInstanceOf(ArgumentError);
  });

  it('refuses new samples of other features', async () => {
    const { transform } = await umap(xs, { epochs: 1 });
    await expect(transform([[1]])).rejects.toThrow(/8 features like the fitted samples, got 1/);
  });
});
