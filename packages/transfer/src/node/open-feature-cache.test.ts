import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataError } from '@animals/core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { type Base, createBase } from '../bases/create-base.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { tinyImages } from '../testing/tiny-images.ts';
import { openFeatureCache } from './open-feature-cache.ts';

const images = tinyImages(4);
const [base, other] = [1, 2].map((seed) => createBase('MobileNet', { size: [32, 32], alpha: 0.25, seed })) as [
  Base,
  Base,
];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'animals-features-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  for (const { dispose } of [base, other]) dispose();
});

/** Extracts and tells how many pictures were computed. */
async function counted(from: Base, set = images, indices?: number[]) {
  const cache = await openFeatureCache(folder);
  let computed = 0;
  const onProgress = ({ done }: { done: number }) => {
    computed = done;
  };
  return {
    features: await cache.extractFeatures(from, set, { ...(indices ? { indices } : {}), onProgress }),
    computed: () => computed,
  };
}

describe('openFeatureCache', () => {
  it('computes each picture once per base, and gives what extractFeatures gives', async () => {
    await expectNoLeak(async () => {
      const first = await counted(base, images, [2, 0]);
      expect(first.computed()).toBe(2);
      const all = await counted(base);
      expect(all.computed()).toBe(2);
      expect(all.features.data).toBeAllClose((await extractFeatures(base, images)).data, { rtol: 1e-5, atol: 1e-6 });
      const again = await counted(base);
      expect(again.computed()).toBe(0);
      expect(again.features).toEqual(all.features);
      expect((await counted(other)).computed()).toBe(4);
    });
  });

  it('computes anew what was changed or damaged', async () => {
    const before = await counted(base);
    const changed = { ...images, pixels: images.pixels.with(0, 255 - (images.pixels[0] as number)) };
    expect((await counted(base, changed)).computed()).toBe(1);
    for (const own of await readdir(folder)) {
      for (const file of await readdir(path.join(folder, own))) await truncate(path.join(folder, own, file), 100);
    }
    const after = await counted(base);
    expect(after.computed()).toBe(4);
    expect(after.features.data).toBeAllClose(before.features.data, { rtol: 1e-5, atol: 1e-6 });
  });

  it('names the folder that cannot be made', async () => {
    await expect(openFeatureCache('/dev/null/features')).rejects.toThrow(DataError);
  });
});
