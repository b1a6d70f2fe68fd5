import { createRng } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeGif } from '../testing/decode-gif.ts';
import { encodeGif } from './encode-gif.ts';

const raster = (pixels: ArrayLike<number>, width: number, height: number) => ({
  pixels: Uint8Array.from(pixels),
  width,
  height,
});
const noise = (side: number, colours: number, seed: number) => {
  const rng = createRng(seed);
  const palette = Array.from({ length: colours }, () => [rng.int(0, 256), rng.int(0, 256), rng.int(0, 256)]);
  const all = Array.from({ length: side * side }, () => palette[rng.int(0, colours)] as number[]);
  return raster(all.flat(), side, side);
};

describe('encodeGif', () => {
  it('gives back every pixel where the colours suffice, also when the codes run out', () => {
    for (const [side, colours] of [
      [1, 1],
      [5, 2],
      [16, 5],
      [60, 17],
      [150, 200],
    ] as const) {
      const frame = noise(side, colours, side);
      const { frames, loop } = decodeGif(encodeGif([frame]));
      expect(loop).toBeNull();
      expect(frames).toHaveLength(1);
      expect(frames[0]!.rgb).toEqual(frame.pixels);
    }
  });

  it('stores what has changed, and how long each frame stays', () => {
    const first = raster(new Uint8Array(75), 5, 5);
    const second = raster(first.pixels, 5, 5);
    second.pixels.set([255, 0, 0], (1 * 5 + 2) * 3);
    second.pixels.set([255, 0, 0], (3 * 5 + 3) * 3);
    const { frames, loop } = decodeGif(encodeGif([first, second, second], { delay: [50, 100, 2000], loop: 3 }));
    expect(frames.map(({ delay }) => delay)).toEqual([50, 100, 2000]);
    expect(frames.map(({ box }) => box)).toEqual([
      [0, 0, 5, 5],
      [2, 1, 2, 3],
      [0, 0, 1, 1],
    ]);
    expect(frames.map(({ rgb }) => rgb)).toEqual([first.pixels, second.pixels, second.pixels]);
    expect(loop).toBe(2);
    expect(decodeGif(encodeGif([first, second])).loop).toBe(0);
  });

  it('finds near colours where there are too many', () => {
    const gradient = raster(
      Array.from({ length: 128 * 128 }, (_, i) => [2 * (i % 128), 2 * Math.floor(i / 128), 128]).flat(),
      128,
      128,
    );
    const errorOf = (colours: number) => {
      const [frame] = decodeGif(encodeGif([gradient], { colours })).frames;
      return Math.sqrt(frame!.rgb.reduce((sum, value, i) => sum + (value - gradient.pixels[i]!) ** 2, 0) / 49152);
    };
    // 16 by 16 cells of 16 levels have a root mean square error of 16 / sqrt(12) in two of three channels: 3.8
    expect(errorOf(256)).toBeLessThan(5);
    expect(errorOf(16)).toBeLessThan(20);
    expect(errorOf(16)).toBeGreaterThan(errorOf(256));
  });

  it('takes grey pictures', () => {
    const { frames } = decodeGif(encodeGif([raster([0, 100, 200, 255], 2, 2)]));
    expect([...frames[0]!.rgb]).toEqual([0, 0, 0, 100, 100, 100, 200, 200, 200, 255, 255, 255]);
  });

  it('gives back any small picture', () => {
    const sides = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    const pictures = sides.chain(([w, h]) =>
      fc
        .array(fc.uint8Array({ minLength: w * h * 3, maxLength: w * h * 3 }), { minLength: 1, maxLength: 3 })
        .map((all) => all.map((pixels) => raster(pixels, w, h))),
    );
    fc.assert(
      fc.property(pictures, (all) => {
        const back = decodeGif(encodeGif(all)).frames.map(({ rgb }) => rgb);
        expect(back).toEqual(all.map(({ pixels }) => pixels));
      }),
      { numRuns: 100 },
    );
  });

  it('refuses no frame, two sizes, and numbers out of range', () => {
    const frame = raster([0, 0, 0], 1, 1);
    expect(() => encodeGif([])).toThrow('frames');
    expect(() => encodeGif([frame, raster(new Uint8Array(6), 2, 1)])).toThrow('1 x 1, got 2 x 1');
    expect(() => encodeGif([frame], { delay: 10 })).toThrow('delay');
    expect(() => encodeGif([frame], { delay: [100, 100] })).toThrow('got 2 for 1');
    expect(() => encodeGif([frame], { loop: -1 })).toThrow('loop');
    expect(() => encodeGif([frame], { colours: 1 })).toThrow('colours');
    expect(() => encodeGif([{ ...frame, pixels: new Uint8Array(2) }])).toThrow('pixels');
  });
});
