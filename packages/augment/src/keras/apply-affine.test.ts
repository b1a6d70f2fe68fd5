import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFFINE_CASES } from '../testing/affine-cases.ts';
import { applyAffine } from './apply-affine.ts';

const counting = (height: number, width: number, channels: number) => ({
  pixels: Uint8Array.from({ length: height * width * channels }, (_, i) => (i * 37 + 11) % 256),
  height,
  width,
  channels,
});

describe('applyAffine', () => {
  it('shifts rows by tx and columns by ty, and the other way round as Keras 2.9', () => {
    const image = { pixels: Uint8Array.of(1, 2, 3, 4), height: 2, width: 2, channels: 1 };
    expect([...applyAffine(image, { tx: 1 }).pixels]).toEqual([3, 4, 3, 4]);
    expect([...applyAffine(image, { ty: 1 }, { fillMode: 'constant', cval: 9 }).pixels]).toEqual([2, 9, 4, 9]);
    expect([...applyAffine(image, { tx: 1 }, { variant: 'keras-2.9' }).pixels]).toEqual([2, 2, 4, 4]);
  });

  it('turns clockwise about the true centre, exactly at right angles', () => {
    const image = { pixels: Uint8Array.of(1, 2, 3, 4), height: 2, width: 2, channels: 1 };
    expect([...applyAffine(image, { theta: 90 }, { fillMode: 'constant' }).pixels]).toEqual([3, 1, 4, 2]);
  });

  it.each(AFFINE_CASES)('equals the reference: $variant, $fillMode, $size, theta $parameters.theta', (pinned) => {
    const { size, parameters, variant, fillMode, values } = pinned;
    const result = applyAffine(counting(...size), parameters, { variant, fillMode, cval: 7.5 });
    expect(result.pixels).toBeAllClose(values, { atol: 1e-6, rtol: 0 });
    expect(result).toMatchObject({ height: size[0], width: size[1], channels: size[2] });
  });

  it('gives doubles for bytes and doubles, floats for floats, and leaves the picture as it was', () => {
    const image = counting(3, 5, 3);
    const before = image.pixels.slice();
    const fromBytes = applyAffine(image, { theta: 30 });
    expect(image.pixels).toEqual(before);
    expect(fromBytes.pixels).toBeInstanceOf(Float64Array);
    expect(applyAffine({ ...image, pixels: Float64Array.from(before) }, { theta: 30 })).toEqual(fromBytes);
    const fromFloats = applyAffine({ ...image, pixels: Float32Array.from(before) }, { theta: 30 });
    expect(fromFloats.pixels).toEqual(Float32Array.from(fromBytes.pixels));
  });

  it('leaves the picture as it is under parameters that change nothing', () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('nearest', 'constant', 'reflect', 'wrap'),
      fc.constantFrom('corrected', 'keras-1.1.2', 'keras-2.9'),
      (height, width, fillMode, variant) => {
        const image = counting(height, width, 3);
        const options = { fillMode, variant } as const;
        expect([...applyAffine(image, {}, options).pixels]).toEqual([...image.pixels]);
        expect([...applyAffine(image, { theta: 0, zx: 1, zy: 1 }, options).pixels]).toEqual([...image.pixels]);
      },
    );
    fc.assert(property, { numRuns: 50 });
  });

  it('refuses what is no picture, no number or no option', () => {
    const image = counting(2, 2, 3);
    expect(() => applyAffine({ ...image, width: 3 }, {})).toThrow('got 12 for 2 * 3 * 3');
    expect(() => applyAffine({ ...image, height: 0 }, {})).toThrow(ArgumentError);
    expect(() => applyAffine(image, { theta: Number.NaN })).toThrow('theta must be a finite number, got NaN');
    expect(() => applyAffine(image, { zx: 0 })).toThrow('zx must be a finite number other than 0, got 0');
    expect(() => applyAffine(image, {}, { fillMode: 'mirror' as 'wrap' })).toThrow('nearest, constant, reflect, wrap');
    expect(() => applyAffine(image, {}, { variant: '2.9' as 'corrected' })).toThrow(ArgumentError);
    expect(() => applyAffine(image, {}, { cval: Number.POSITIVE_INFINITY })).toThrow(ArgumentError);
  });
});
