import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Image } from '../image/image.ts';
import { countingFloats, countingImage, smoothImage } from '../testing/pictures.ts';
import { PINNED_BLUR, PINNED_COLOURS, PINNED_PLACES } from '../testing/pinned-steps.ts';
import { applyRecipe } from './apply-recipe.ts';
import type { Step } from './step.ts';

const run = <P extends Image['pixels']>(image: Image<P>, ...steps: Step[]) => applyRecipe(image, { steps });
const row = (...values: number[]) => ({
  pixels: Uint8Array.from(values),
  height: 1,
  width: values.length,
  channels: 1,
});
const flip = (axis: 'horizontal' | 'vertical'): Step => ({ op: 'flip', axis });

describe('applyRecipe', () => {
  it('moves content the way that the step says', () => {
    expect([...run(row(1, 2, 3, 4), flip('horizontal')).pixels]).toEqual([4, 3, 2, 1]);
    expect([...run(row(1, 2, 3, 4), { op: 'shift', rows: 0, columns: 1 }).pixels]).toEqual([1, 1, 2, 3]);
    expect([...run(row(0, 10, 20, 30), { op: 'shift', rows: 0, columns: 0.5 }).pixels]).toEqual([0, 5, 15, 25]);
    const square = { pixels: Uint8Array.of(1, 2, 3, 4), height: 2, width: 2, channels: 1 };
    expect([...run(square, { op: 'rotate', degrees: 90 }).pixels]).toEqual([2, 4, 1, 3]);
    const crop: Step = { op: 'crop', top: 0, left: 1, height: 1, width: 2 };
    expect(run(row(1, 2, 3, 4), crop)).toEqual({ ...row(2, 3), width: 2 });
    expect([...run(row(0, 0, 8, 8), { ...crop, left: 0, width: 4, toWidth: 2 }).pixels]).toEqual([0, 8]);
    expect([...run(row(0, 10, 20, 30, 40), { op: 'zoom', rows: 1, columns: 2 }).pixels]).toEqual([10, 15, 20, 25, 30]);
  });

  it.each(PINNED_COLOURS)('equals $call', ({ step, values }) => {
    const result = run(countingImage(5, 4), step);
    expect([...result.pixels]).toEqual(values);
  });

  it.each(PINNED_PLACES)('equals torchvision $call', ({ step, values }) => {
    const recipe = { steps: [step], interpolation: 'nearest', fillMode: 'constant' } as const;
    expect([...applyRecipe(countingImage(9, 7, 1), recipe).pixels]).toEqual(values);
  });

  it('blurs as scipy, also across mirrored edges', () => {
    const doubles = { ...countingImage(5, 4), pixels: Float64Array.from(countingImage(5, 4).pixels) };
    expect(run(doubles, { op: 'blur', sigma: 1.2 }).pixels).toBeAllClose(PINNED_BLUR, { atol: 1e-5, rtol: 0 });
  });

  it('equalises as PIL', () => {
    // y = (((np.arange(576) * np.arange(576)) % 977) ** 2 % 173 + 30).reshape(24, 24); ImageOps.equalize(y), Pillow 12.3
    const pixels = Uint8Array.from({ length: 576 }, (_, i) => (((i * i) % 977) ** 2 % 173) + 30);
    const result = run({ pixels, height: 24, width: 24, channels: 1 }, { op: 'equalise' }).pixels;
    expect([...result.subarray(0, 12)]).toEqual([0, 2, 27, 130, 133, 165, 140, 255, 178, 255, 230, 168]);
    expect(result.reduce((a, b) => a + b, 0)).toBe(81062);
  });

  it('makes grey of the luma', () => {
    const result = run(countingImage(5, 4), { op: 'grey' }).pixels;
    // im.convert('L'), Pillow 12.3
    expect([...result].filter((_, i) => i % 3 === 0).slice(0, 8)).toEqual([61, 172, 83, 171, 105, 76, 127, 98]);
    expect(result[0]).toBe(result[2]);
  });

  it('changes floats as bytes, but for the rounding', () => {
    for (const { step } of PINNED_COLOURS) {
      if (step.op === 'posterise') continue;
      const bytes = run(countingImage(5, 4), step).pixels;
      const floats = run(countingFloats(5, 4), step).pixels;
      expect(floats, step.op).toBeAllClose(bytes, { atol: 2, rtol: 0 });
    }
  });

  it('draws neighbouring changes of places with one interpolation', () => {
    const image = smoothImage(20, 30);
    const there: Step = { op: 'rotate', degrees: 17 };
    const steps: Step[] = [
      there,
      { op: 'zoom', rows: 1.3, columns: 0.8 },
      { op: 'shear', x: 0.2, y: 0 },
      flip('vertical'),
    ];
    const back: Step[] = [
      flip('vertical'),
      { op: 'shear', x: -0.2, y: 0 },
      { op: 'zoom', rows: 1 / 1.3, columns: 1 / 0.8 },
      { op: 'rotate', degrees: -17 },
    ];
    expect(run(image, ...steps, ...back).pixels).toEqual(image.pixels);
    expect(run(image, ...steps).pixels).not.toEqual(image.pixels);
  });

  it('leaves the picture as it is under steps that change nothing', () => {
    const nothing: Step[] = [
      { op: 'shift', rows: 0, columns: 0 },
      { op: 'rotate', degrees: 0 },
      { op: 'shear', x: 0, y: 0 },
      { op: 'zoom', rows: 1, columns: 1 },
      { op: 'elastic', amplitude: 0, spacing: 5, seed: 0 },
      { op: 'brightness', factor: 1 },
      { op: 'contrast', factor: 1 },
      { op: 'saturation', factor: 1 },
      { op: 'sharpness', factor: 1 },
      { op: 'hue', turns: 0 },
      { op: 'gamma', gamma: 1 },
      { op: 'solarise', threshold: 256 },
      { op: 'posterise', bits: 8 },
      { op: 'blur', sigma: 0 },
      { op: 'noise', sd: 0, seed: 0 },
      { op: 'erase', top: 0, left: 0, height: 0, width: 0, fill: 0 },
      { op: 'augmix', keep: 1, weights: [], chains: [] },
    ];
    const image = countingImage(6, 9);
    for (const step of nothing) expect(run(image, step), step.op).toEqual(image);
    expect(run(image).pixels).not.toBe(image.pixels);
    const square: Step = { op: 'perspective', corners: [0, 0, 0, 8, 5, 8, 5, 0] };
    expect(run(image, square)).toEqual(image);
  });

  it('undoes a flip, an inversion and four quarter turns by doing them again', () => {
    const twice: Step[][] = [
      [flip('horizontal'), flip('horizontal')],
      [flip('vertical'), flip('vertical')],
      [{ op: 'invert' }, { op: 'invert' }],
      Array.from({ length: 4 }, () => ({ op: 'rotate', degrees: 90 })),
    ];
    const shapes = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.constantFrom(1, 3));
    fc.assert(
      fc.property(shapes, fc.constantFrom(...twice), ([height, width, channels], steps) => {
        const image = countingImage(height, width, channels);
        let result = image;
        for (const step of steps) if (step.op !== 'rotate') result = run(result, step);
        expect(run(image, ...steps)).toEqual(image);
        expect(result).toEqual(image);
      }),
      { numRuns: 40 },
    );
  });

  it('replays a recipe that went through JSON', () => {
    const steps: Step[] = [
      { op: 'elastic', amplitude: 2, spacing: 6, seed: 5 },
      { op: 'noise', sd: 12, seed: 9 },
      { op: 'erase', top: 2, left: -1, height: 3, width: 4, fill: { seed: 3 } },
    ];
    const image = smoothImage(20, 30);
    const recipe = { steps, fillMode: 'reflect' } as const;
    const once = applyRecipe(image, recipe);
    expect(applyRecipe(image, JSON.parse(JSON.stringify(recipe)))).toEqual(once);
    expect(once).not.toEqual(image);
    const other = steps.map((step) => ('seed' in step ? { ...step, seed: 6 } : step));
    expect(applyRecipe(image, { ...recipe, steps: other })).not.toEqual(once);
  });

  it('displaces by about the amplitude of an elastic step', () => {
    const pixels = Float32Array.from({ length: 200 * 200 }, (_, i) => i % 200);
    const image = { pixels, height: 200, width: 200, channels: 1 };
    const moved = run(image, { op: 'elastic', amplitude: 3, spacing: 10, seed: 1 }).pixels;
    const inner = Array.from(moved, (value, i) => value - (i % 200)).filter((_, i) => i % 200 > 20 && i % 200 < 180);
    const sd = Math.sqrt(inner.reduce((sum, value) => sum + value * value, 0) / inner.length);
    expect(sd).toBeGreaterThan(2.5);
    expect(sd).toBeLessThan(3.5);
  });

  it('gives jpeg steps to the codec that it is given', () => {
    const recipe = { steps: [{ op: 'jpeg', quality: 40 }] } as const;
    const image = countingFloats(2, 2);
    const jpeg = (given: Image<Uint8Array>, quality: number) => ({
      ...given,
      pixels: given.pixels.map((value) => value - quality),
    });
    expect(applyRecipe(image, recipe, { jpeg }).pixels).toEqual(image.pixels.map((value) => (value - 40 + 256) % 256));
    expect(() => applyRecipe(image, recipe)).toThrow('pass { jpeg: your codec }');
  });

  it('blends chains of AugMix', () => {
    const step: Step = { op: 'augmix', keep: 0.5, weights: [0.25, 0.25], chains: [[{ op: 'invert' }], []] };
    expect([...run(row(0, 100, 255), step).pixels]).toEqual([64, 114, 191]);
  });

  it('refuses what is no step, and floats outside 0 to 255 for a change of values', () => {
    const image = countingImage(3, 3);
    for (const step of [
      { op: 'paint' },
      { op: 'toString' },
      { op: 'rotate' },
      { op: 'zoom', rows: 0, columns: 1 },
      { op: 'posterise', bits: 9 },
      { op: 'crop', top: 0, left: 0, height: 1.5, width: 2 },
      { op: 'hue', turns: 1 },
      { op: 'flip', axis: 'diagonal' },
      { op: 'keras', variant: 'corrected', theta: Number.NaN },
      { op: 'erase', top: 0, left: 0, height: 1, width: 1 },
    ]) {
      expect(() => run(image, step as Step), step.op).toThrow(ArgumentError);
    }
    const scaled = { ...image, pixels: Float32Array.from(image.pixels, (value) => value / 127.5 - 1) };
    expect(() => run(scaled, { op: 'brightness', factor: 2 })).toThrow('scale them first');
    expect(run(scaled, flip('vertical')).pixels[0]).toBe(scaled.pixels[18]);
  });
});
