import { ArgumentError, LeakError } from '@animals/core';
import { assertNoLeak, groupKFold, kFold } from '@animals/cv';
import { describe, expect, it } from 'vitest';
import { kerasGenerator } from '../keras/keras-generator.ts';
import { always, randomNoise } from '../random/colour-samplers.ts';
import { createPolicy } from '../random/create-policy.ts';
import { randomCrop, randomRotation, randomShift } from '../random/geometry-samplers.ts';
import { applyRecipe } from '../steps/apply-recipe.ts';
import { imageSetOf, smoothImage } from '../testing/pictures.ts';
import { effectiveSamples } from './effective-samples.ts';
import { expand } from './expand.ts';
import { imageAt } from './image-at.ts';
import { labelPreservation } from './label-preservation.ts';
import { preview } from './preview.ts';

const SHIFTS: [number, number][] = Array.from({ length: 6 }, (_, i) => [i, 30 + 30 * i]);
const images = imageSetOf(
  SHIFTS.map(([k, value]) =>
    applyRecipe(smoothImage(12, 16), {
      steps: [
        { op: 'rotate', degrees: k * 50 },
        { op: 'brightness', factor: value / 90 },
      ],
    }),
  ),
);
const policy = createPolicy([randomRotation(), randomShift()]);

describe('expand', () => {
  it('keeps the pictures first and names copies after them', () => {
    const more = expand(images, { policy, copies: 2 });
    expect(more.count).toBe(18);
    expect(more.pixels.subarray(0, images.pixels.length)).toEqual(images.pixels);
    expect(more.ids.slice(0, 8)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'a#0', 'a#1']);
    expect(more.sourceIds.slice(5, 9)).toEqual(['f', 'a', 'a', 'b']);
    expect(more.groups).toEqual(more.sourceIds);
    expect([...more.labels.subarray(6, 10)]).toEqual([0, 0, 1, 1]);
    expect(imageAt(more, 6)).not.toEqual(imageAt(more, 0));
    expect(expand(images, { policy, copies: 2, keepOriginals: false }).ids[0]).toBe('a#0');
    expect(expand(images, { policy, copies: 0 })).toEqual(images);
  });

  it('makes a split that parts a source from its copies throw', () => {
    const more = expand(images, { policy, copies: 3 });
    const leaky = [...kFold(more.count, { k: 3, shuffle: true, seed: 0 })];
    expect(() => leaky.forEach((fold) => void assertNoLeak(fold, more))).toThrow(LeakError);
    const honest = [...groupKFold(more.groups, { k: 3 })];
    for (const fold of honest) expect(() => assertNoLeak(fold, more)).not.toThrow();
    const twice = expand(more, { policy, copies: 1, keepOriginals: false });
    expect(twice.sourceIds[6]).toBe('a');
  });

  it('makes the same copy whatever else is made', () => {
    const all = expand(images, { policy, copies: 4, seed: 3 });
    const few = expand(imageSetOf([imageAt(images, 0), imageAt(images, 1)]), { policy, copies: 2, seed: 3 });
    expect(imageAt(few, few.ids.indexOf('b#1'))).toEqual(imageAt(all, all.ids.indexOf('b#1')));
    expect(expand(images, { policy, copies: 4, seed: 4 }).pixels).not.toEqual(all.pixels);
    expect(expand(images, { policy, copies: 4, seed: 3, epoch: 1 }).pixels).not.toEqual(all.pixels);
  });

  it('takes a Keras generator, tells its progress and can be stopped', () => {
    const done: number[] = [];
    const keras = kerasGenerator({ rotationRange: 20, horizontalFlip: true });
    expand(images, { policy: keras, copies: 1, onProgress: (progress) => done.push(progress.done) });
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
    expect(() => expand(images, { policy, signal: AbortSignal.abort() })).toThrow();
  });

  it('refuses bad counts and policies that change the size', () => {
    expect(() => expand(images, { policy, copies: 1.5 })).toThrow(ArgumentError);
    expect(() => expand(images, { policy, copies: 0, keepOriginals: false })).toThrow(ArgumentError);
    const crop = createPolicy([randomCrop({ height: 5, width: 5 })]);
    expect(() => expand(images, { policy: crop })).toThrow('got 5x5; crop with toHeight and toWidth');
    expect(() => imageAt(images, 6)).toThrow(ArgumentError);
  });
});

describe('preview', () => {
  it('shows the copies that expand makes', () => {
    const [, second] = preview(imageAt(images, 2), policy, { count: 2, id: 'c' });
    const more = expand(images, { policy, copies: 2 });
    expect(second).toEqual(imageAt(more, more.ids.indexOf('c#1')));
  });
});

/** Mean of each third of the values. */
const embedder = (set: typeof images) =>
  Array.from({ length: set.count }, (_, i) => {
    const { pixels } = imageAt(set, i);
    return [0, 1, 2].map((part) => {
      const third = pixels.subarray((part * pixels.length) / 3, ((part + 1) * pixels.length) / 3);
      return third.reduce((a, b) => a + b, 0) / third.length;
    });
  });

/** Two classes far apart: dark and bright. */
const apart = imageSetOf(
  [40, 200, 44, 204, 48, 208].map((value) => ({
    pixels: new Uint8Array(27).fill(value),
    height: 3,
    width: 3,
    channels: 3,
  })),
);

describe('labelPreservation', () => {
  it('finds small changes harmless, and an inversion not', async () => {
    const mild = expand(apart, { policy: createPolicy([randomNoise({ sd: 3 })]), copies: 2 });
    const good = await labelPreservation(mild, embedder);
    expect(good).toMatchObject({ preserved: 1, baseline: 1 });
    expect(good.relativeMove).toBeLessThan(1);
    expect(good.copies.map(({ index }) => index)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    const inverted = expand(apart, { policy: createPolicy([always({ op: 'invert' })]), copies: 1 });
    const bad = await labelPreservation(inverted, embedder);
    expect(bad.preserved).toBe(0);
    expect(bad.relativeMove).toBeGreaterThan(10);
  });

  it('refuses sets without copies or without originals', async () => {
    await expect(labelPreservation(images, embedder)).rejects.toThrow('give what expand returns');
    const copies = expand(images, { policy, copies: 1, keepOriginals: false });
    await expect(labelPreservation(copies, embedder)).rejects.toThrow('keepOriginals');
  });
});

describe('effectiveSamples', () => {
  it('counts exact copies for nothing', async () => {
    const same = expand(apart, { policy: createPolicy([]), copies: 4 });
    expect(await effectiveSamples(same, embedder)).toEqual({ sources: 6, pictures: 30, correlation: 1, effective: 6 });
  });

  it('counts copies the more, the more they differ', async () => {
    const worth = async (sd: number) => {
      const more = expand(apart, { policy: createPolicy([randomNoise({ sd })]), copies: 4 });
      return (
        await effectiveSamples(more, (set) => Array.from({ length: set.count }, (_, i) => imageAt(set, i).pixels))
      ).effective;
    };
    const [mild, strong] = [await worth(10), await worth(200)];
    expect(mild).toBeGreaterThan(6);
    expect(strong).toBeGreaterThan(mild + 1);
    expect(strong).toBeLessThanOrEqual(30);
  });
});
