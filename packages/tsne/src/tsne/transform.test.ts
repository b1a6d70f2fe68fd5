import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import type { FloatMatrix } from '../input/input.ts';
import { digits } from '../testing/digits.ts';
import { createTsne } from './create-tsne.ts';
import { restoreTsne } from './restore-tsne.ts';
import { tsne } from './tsne.ts';

const all = digits(900);
const part = (from: number, to: number): FloatMatrix => ({
  data: all.data.slice(from * 64, to * 64),
  rows: to - from,
  columns: 64,
});
const [old, fresh] = [part(0, 700), part(700, 900)];

/** Index of the nearest embedded point to each new one. */
function nearest(embedding: FloatMatrix, places: FloatMatrix): number[] {
  return Array.from({ length: places.rows }, (_, i) => {
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (let j = 0; j < embedding.rows; j++) {
      let square = 0;
      for (let d = 0; d < embedding.columns; d++) {
        square += (places.data[i * embedding.columns + d]! - embedding.data[j * embedding.columns + d]!) ** 2;
      }
      if (square < least) [best, least] = [j, square];
    }
    return best;
  });
}

describe('transform', () => {
  it.each([2, 3] as const)('puts new digits beside the old that show the same: %i dimensions', async (dims) => {
    const { embedding, transform } = await tsne(old, { dims });
    const before = embedding.data.slice();
    const places = await transform(fresh);
    const right = nearest(embedding, places).filter((j, i) => all.labels[j] === all.labels[700 + i]);
    expect([places.rows, places.columns]).toEqual([200, dims]);
    expect(right.length).toBeGreaterThan(180);
    expect(embedding.data).toEqual(before);
  });

  it('puts embedded samples near their own places, with threads and without WebAssembly alike', async () => {
    const run = await createTsne(old, { perplexity: 20 });
    while (!run.ended) run.step();
    const embedding = run.embedding();
    const places = await run.transform(part(0, 50));
    expect(await run.transform(part(0, 50), { threads: 2 })).toEqual(places);
    const span = Math.max(...embedding.data) - Math.min(...embedding.data);
    for (const found of [places, await run.transform(part(0, 50), { kernels: 'plain' })]) {
      const away = Array.from({ length: 50 }, (_, i) =>
        Math.hypot(found.data[2 * i]! - embedding.data[2 * i]!, found.data[2 * i + 1]! - embedding.data[2 * i + 1]!),
      );
      expect(away.sort((a, b) => a - b)[25]).toBeLessThan(span / 25);
    }
    const restored = await restoreTsne(run.state(), { xs: old });
    expect(await restored.transform(part(0, 50))).toEqual(places);
  });

  it('gives one new sample what it gives to many', async () => {
    const { transform } = await tsne(old, { iterations: 50, theta: 0 });
    const many = await transform(fresh);
    const one = await transform(part(700, 701));
    expect(one.data[0]! / many.data[0]!).toBeCloseTo(1, 3);
    expect(await transform(fresh, { iterations: 0 })).not.toEqual(many);
  });

  it('refuses other features, options out of range, and runs without features', async () => {
    const run = await createTsne(old, { iterations: 1 });
    await expect(run.transform([[1, 2]])).rejects.toThrow(/as many features as the embedded samples, 64, got 2/);
    await expect(run.transform(fresh, { perplexity: 500 })).rejects.toThrow(ArgumentError);
    await expect(run.transform(fresh, { startNeighbours: 0 })).rejects.toThrow(ArgumentError);
    await expect((await restoreTsne(run.state())).transform(fresh)).rejects.toThrow(/needs the features/);
    await expect(restoreTsne(run.state(), { xs: fresh })).rejects.toThrow(/the 700 samples of the state, got 200/);
  });
});
