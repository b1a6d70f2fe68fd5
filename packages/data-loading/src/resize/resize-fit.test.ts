import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInside } from './letterbox.ts';
import { resizeImage } from './resize-image.ts';

// a = (np.arange(105) * 37 % 256).astype(np.uint8).reshape(5, 7, 3)[:, :, :1]
const grey = { pixels: Uint8Array.from({ length: 35 }, (_, i) => (111 * i) % 256), height: 5, width: 7, channels: 1 };

describe('resizeImage with fit: crop', () => {
  it('cuts the middle as Keras does', () => {
    // keras.preprocessing.image.smart_resize(a.astype('float32'), size, interpolation='bilinear'); Keras 3.15
    expect(resizeImage(grey, { size: [4, 4], fit: 'crop' }).pixels).toBeAllClose(
      [126, 168.75, 147.5, 62.25, 137.25, 180, 158.75, 73.5, 148.5, 191.25, 170, 84.75, 131.75, 62.5, 181.25, 96],
      { atol: 0.5, rtol: 0 },
    );
    expect(resizeImage(grey, { size: [6, 3], fit: 'crop' }).pixels).toBeAllClose(
      [
        222, 149.5, 77, 228.75, 156.25, 83.75, 236.25, 163.75, 91.25, 243.75, 171.25, 98.75, 187.25, 146.75, 106.25, 2,
        57.5, 113,
      ],
      { atol: 0.5, rtol: 0 },
    );
  });

  it('cuts at least one pixel', () => {
    const { pixels } = resizeImage(grey, { size: [1, 100], fit: 'crop', method: 'nearest' });
    expect(new Set(pixels)).toEqual(new Set(grey.pixels.subarray(14, 21)));
  });
});

describe('resizeImage with fit: pad', () => {
  it('centres the whole picture as TensorFlow does', () => {
    // tf.image.resize_with_pad(a, 4, 4, method='nearest'), and 6, 3, and 3, 9
    const padded = (height: number, width: number) =>
      Array.from(resizeImage(grey, { size: [height, width], fit: 'pad', method: 'pil-nearest' }).pixels);
    expect(padded(4, 4)).toEqual([9, 231, 197, 163, 27, 249, 215, 181, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(padded(6, 3)).toEqual([0, 0, 0, 120, 86, 52, 138, 104, 70, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(padded(3, 9)).toEqual([
      0, 0, 0, 222, 188, 154, 0, 0, 0, 0, 0, 18, 240, 206, 172, 0, 0, 0, 0, 0, 36, 2, 224, 190, 0, 0, 0,
    ]);
  });

  it('fills the rest with the background', () => {
    const dot = { pixels: Uint8Array.of(1, 2, 3), height: 1, width: 1, channels: 3 };
    const { pixels } = resizeImage(dot, { size: [1, 3], fit: 'pad', background: [7, 8, 9] });
    expect(Array.from(pixels)).toEqual([7, 8, 9, 1, 2, 3, 7, 8, 9]);
  });

  it('always fills one side, and stays inside', () => {
    const side = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(side, side, side, side, (height, width, toHeight, toWidth) => {
        const image = { pixels: new Uint8Array(0), height, width, channels: 1 };
        const { size, offset } = placeInside(image, [toHeight, toWidth]);
        expect(size[0] === toHeight || size[1] === toWidth).toBe(true);
        expect(offset[0] >= 0 && offset[0] + size[0] <= toHeight).toBe(true);
        expect(offset[1] >= 0 && offset[1] + size[1] <= toWidth).toBe(true);
      }),
    );
  });
});

describe('resizeImage', () => {
  it('changes nothing of the proportions that are right already', () => {
    for (const fit of ['crop', 'pad'] as const) {
      expect(resizeImage(grey, { size: [10, 14], fit })).toEqual(resizeImage(grey, { size: [10, 14] }));
    }
  });

  it('refuses fits and backgrounds that are bad or without effect', () => {
    const size = [4, 4] as const;
    expect(() => resizeImage(grey, { size, fit: 'cover' as 'crop' })).toThrow(
      "fit must be one of 'fill', 'crop', 'pad', got 'cover'",
    );
    expect(() => resizeImage(grey, { size, background: [0] })).toThrow("background needs fit: 'pad', got fit: 'fill'");
    for (const background of [[], [0, 0, 0], [256], [0.5], 'red'] as number[][]) {
      expect(() => resizeImage(grey, { size, fit: 'pad', background })).toThrow(ArgumentError);
    }
  });
});
