import { ArgumentError, createRng } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { clusters } from '../testing/clusters.ts';
import { waves } from '../testing/waves.ts';
import { embeddingQuality } from './embedding-quality.ts';

const xs = waves(30, 5);
const ys = { data: xs.data.filter((_, at) => at % 5 === 1 || at % 5 === 3), shape: [30, 2] as const };
const labels = Array.from({ length: 30 }, (_, i) => i % 3);

describe('embeddingQuality', () => {
  // x = waves(30, 5), y = x[:, [1, 3]], labels = numpy.arange(30) % 3; scikit-learn 1.9:
  // trustworthiness(x, y, n_neighbors=k); continuity: trustworthiness(y, x, n_neighbors=k)
  it.each([
    [1, 0.9607142857, 0.969047619],
    [5, 0.9760606061, 0.9763636364],
    [7, 0.979197995, 0.9827067669],
  ])('has the trustworthiness and continuity that scikit-learn has, k = %d', async (k, trustworthiness, continuity) => {
    const { scores } = await embeddingQuality(xs, ys, { k });
    expect(scores.trustworthiness).toBeCloseTo(trustworthiness, 9);
    expect(scores.continuity).toBeCloseTo(continuity, 9);
  });

  // Shared rows of NearestNeighbors(k).kneighbors(); silhouette_score(y, labels); scipy spearmanr(pdist(x), pdist(y));
  // numpy.bincount(labels[nearest 5 of y]).argmax() == labels; R_NX and its mean by Lee's formulas from the shared rows.
  it('has the other numbers that scikit-learn and scipy give', async () => {
    const { scores, k, sample } = await embeddingQuality(xs, ys, { k: 5, labels });
    expect([k, sample]).toEqual([5, 30]);
    expect(scores.neighbourPreservation).toBeCloseTo(0.7733333333, 9);
    expect(scores.rnxAuc).toBeCloseTo(0.6568431379, 9);
    expect(scores.rnx[4]).toBeCloseTo(0.7261111111, 9);
    expect(scores.distanceCorrelation).toBeCloseTo(0.9159537975, 6);
    expect(scores.silhouette).toBeCloseTo(-0.0982803747, 6);
    expect(scores.labelAccuracy).toBeCloseTo(0.1, 9);
  });

  it('is 1 for the samples themselves, turned, scaled and moved', async () => {
    const turned = Array.from({ length: 30 }, (_, i) => {
      const [x, y] = [ys.data[2 * i]!, ys.data[2 * i + 1]!];
      return [3 * (0.6 * x - 0.8 * y) + 7, 3 * (0.8 * x + 0.6 * y) - 2];
    });
    const { scores } = await embeddingQuality(ys, turned);
    expect(scores).toMatchObject({ trustworthiness: 1, continuity: 1, neighbourPreservation: 1, rnxAuc: 1 });
    expect(scores.distanceCorrelation).toBeCloseTo(1, 6);
  });

  it('finds nothing in random points', async () => {
    const rng = createRng(8);
    const noise = Array.from({ length: 300 }, () => [rng.normal(), rng.normal()]);
    const { scores, random } = await embeddingQuality(clusters(300, 6, 4), noise, {
      labels: labels.concat(...Array(9).fill(labels)),
    });
    for (const { trustworthiness, continuity, neighbourPreservation, rnxAuc, distanceCorrelation } of [
      scores,
      random,
    ]) {
      expect(Math.abs(trustworthiness - 0.5)).toBeLessThan(0.06);
      expect(Math.abs(continuity - 0.5)).toBeLessThan(0.06);
      expect(Math.abs(neighbourPreservation - 15 / 299)).toBeLessThan(0.02);
      expect(Math.abs(rnxAuc)).toBeLessThan(0.03);
      expect(Math.abs(distanceCorrelation)).toBeLessThan(0.05);
    }
  });

  it('swaps trustworthiness and continuity with samples and points, and is otherwise the same', async () => {
    const numbers = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
      minLength: 6,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(numbers, async (pairs) => {
        const [a, b] = [pairs.map(([x]) => [x]), pairs.map(([, y]) => [y])];
        const [there, back] = [await embeddingQuality(a, b), await embeddingQuality(b, a)];
        expect(there.scores.trustworthiness).toBeCloseTo(back.scores.continuity, 9);
        expect(there.scores.rnxAuc).toBeCloseTo(back.scores.rnxAuc, 9);
        expect(there.scores.distanceCorrelation).toBeCloseTo(back.scores.distanceCorrelation, 9);
        for (const value of [there.scores.trustworthiness, there.scores.neighbourPreservation]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('comes near the whole from a sample, the same each time for a seed', async () => {
    const many = clusters(300, 6, 4);
    const flat = { data: many.data.filter((_, at) => at % 6 < 2), shape: [300, 2] as const };
    const options = { labels: Array.from({ length: 300 }, (_, i) => 'abcd'[i % 4]!) };
    const whole = await embeddingQuality(many, flat, options);
    const part = await embeddingQuality(many, flat, { ...options, sample: 150, pairsOf: 150 });
    expect(part.scores.trustworthiness).toBeCloseTo(whole.scores.trustworthiness, 1);
    expect(part.scores.labelAccuracy).toBeCloseTo(whole.scores.labelAccuracy!, 1);
    expect(part.scores.distanceCorrelation).toBeCloseTo(whole.scores.distanceCorrelation, 1);
    expect(await embeddingQuality(many, flat, { ...options, sample: 150, pairsOf: 150 })).toEqual(part);
  });

  it('takes distances for samples', async () => {
    const square = Array.from({ length: 30 }, (_, i) =>
      Array.from({ length: 30 }, (__, j) =>
        Math.hypot(...[0, 1, 2, 3, 4].map((p) => xs.data[i * 5 + p]! - xs.data[j * 5 + p]!)),
      ),
    );
    const { scores } = await embeddingQuality(square, ys, { k: 5, metric: 'precomputed' });
    expect(scores.trustworthiness).toBeCloseTo(0.9760606061, 9);
    expect(scores.distanceCorrelation).toBeCloseTo(0.9159537975, 6);
  });

  it('compares samples by angle where told to', async () => {
    const rays = Array.from({ length: 20 }, (_, i) => [
      Math.cos(i / 7) * (1 + (i % 5)),
      Math.sin(i / 7) * (1 + (i % 5)),
    ]);
    const { scores } = await embeddingQuality(
      rays,
      Array.from({ length: 20 }, (_, i) => [i]),
      { metric: 'cosine', k: 2 },
    );
    expect(scores.trustworthiness).toBe(1);
  });

  it('says how far it is, and stops when it is told to', async () => {
    const onProgress = vi.fn();
    await embeddingQuality(xs, ys, { onProgress });
    expect(onProgress).toHaveBeenLastCalledWith({ done: 30, total: 30, label: 'samples' });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(embeddingQuality(xs, ys, { signal })).rejects.toThrow('enough');
  });

  it.each([
    ['a point too few', { data: ys.data.subarray(2), shape: [29, 2] }, {}, /each of 30 samples, got 29/],
    ['a neighbourhood of half of all', ys, { k: 15 }, /\[1, 14\], got 15/],
    ['an unknown metric', ys, { metric: 'l1' }, /got l1/],
    ['samples that are no distances', ys, { metric: 'precomputed' }, /square/],
    ['a label too few', ys, { labels: [1, 2] }, /one a sample, 30, got 2/],
    ['a single class', ys, { labels: Array(30).fill('fox') }, /two classes, got 1/],
    ['votes on nothing', ys, { votes: 3 }, /no effect without labels/],
    ['a sample of none', ys, { sample: 0 }, /\[1, 30\], got 0/],
    ['NaN', { data: ys.data.with(3, Number.NaN), shape: [30, 2] }, {}, /ys must hold finite/],
  ])('refuses %s', async (_, points, options, message) => {
    const call = embeddingQuality(xs, points as never, options as never);
    await expect(call).rejects.toThrow(message);
    await expect(call).rejects.toBeInstanceOf(ArgumentError);
  });
});
