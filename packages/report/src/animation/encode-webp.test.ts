import { createHash } from 'node:crypto';
import { ArgumentError, createRng } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWebp } from '../testing/decode-webp.ts';
import { encodeWebp, type WebpOptions } from './encode-webp.ts';

const raster = (pixels: ArrayLike<number>, width: number, height: number) => ({
  pixels: Uint8Array.from(pixels),
  width,
  height,
});
const rgbaOf = (rgb: ArrayLike<number>) =>
  Uint8Array.from({ length: (rgb.length / 3) * 4 }, (_, i) =>
    i % 4 < 3 ? (rgb[Math.floor(i / 4) * 3 + (i % 4)] as number) : 255,
  );

/** A red square of 6 on a gradient of 32 by 24, which moves right by 7. */
const moving = [0, 7, 14].map((left) =>
  raster(
    Array.from({ length: 32 * 24 }, (_, i) => {
      const [x, y] = [i % 32, Math.floor(i / 32)];
      return x >= left && x < left + 6 && y >= 9 && y < 15 ? [220, 20, 20] : [8 * x, 10 * y, 128];
    }).flat(),
    32,
    24,
  ),
);

const clear = moving.map(({ pixels }, f) =>
  raster(
    Array.from({ length: 32 * 24 }, (_, i) => [...pixels.subarray(3 * i, 3 * i + 3), i % 32 < 8 + f ? 0 : 200]).flat(),
    32,
    24,
  ),
);

const rng = createRng(0);
const noise = raster(
  Array.from({ length: 64 * 64 }, () => rng.int(0, 256)),
  64,
  64,
);

describe('encodeWebp', () => {
  it('gives back every pixel, and says how long each frame stays and how often all is played', async () => {
    const file = await encodeWebp(moving, { delay: [50, 33, 2000], loop: 3 });
    const { frames, delay, loop } = await decodeWebp(file);
    expect(frames).toEqual(moving.map(({ pixels }) => rgbaOf(pixels)));
    expect({ delay, loop }).toEqual({ delay: [50, 33, 2000], loop: 3 });
    expect(file[20]).toBe(0b10); // animated, without alpha
    expect((await decodeWebp(await encodeWebp(moving))).loop).toBe(0);
  });

  /**
   * Of these very bytes Pillow 12.3 says, for Image.open(file) and each frame of ImageSequence.Iterator(image):
   * n_frames 3, info['loop'] 3 and 0, info['duration'] 50, 33, 2000 and 100, 100, 100; np.array(frame) == pixels, all.
   */
  it('makes the bytes that Pillow was seen to read', async () => {
    const hashOf = (file: Uint8Array) => createHash('sha256').update(file).digest('hex').slice(0, 16);
    expect(hashOf(await encodeWebp(moving, { delay: [50, 33, 2000], loop: 3 }))).toBe('a3f03f7bb853cbe5');
    expect(hashOf(await encodeWebp(clear))).toBe('9c8e15fa73999273');
  });

  it('keeps alpha, and the colours below it', async () => {
    const file = await encodeWebp(clear);
    expect(file[20]).toBe(0b10010);
    expect((await decodeWebp(file)).frames).toEqual(clear.map(({ pixels }) => pixels));
  });

  it('is near and smaller with a quality, alpha exact', async () => {
    const rough = moving.map(({ pixels }) =>
      raster(
        pixels.map((value) => Math.min(255, value + rng.int(0, 9))),
        32,
        24,
      ),
    );
    const sizes = [];
    for (const quality of [20, 95, 'lossless'] as const) {
      const file = await encodeWebp(rough, { quality });
      const { frames } = await decodeWebp(file);
      sizes.push(file.length);
      const errors = frames.flatMap((frame, f) =>
        Array.from(rgbaOf(rough[f]!.pixels), (value, i) => value - frame[i]!),
      );
      const error = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
      expect(error).toBeLessThan({ 20: 16, 95: 10, lossless: 1e-9 }[quality]);
    }
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    const { frames } = await decodeWebp(await encodeWebp(clear, { quality: 50 }));
    const alphas = (all: readonly Uint8Array[]) => all.map((pixels) => pixels.filter((_, i) => i % 4 === 3));
    expect(alphas(frames)).toEqual(alphas(clear.map(({ pixels }) => pixels)));
  });

  it('stores only what has changed', async () => {
    const still = await encodeWebp([noise]);
    const same = await encodeWebp([noise, noise, noise]);
    expect(same.length).toBeLessThan(still.length + 300);
  });

  it('makes a plain WebP of one picture, grey or not', async () => {
    const file = await encodeWebp([raster([0, 100, 200, 255], 2, 2)]);
    const { frames, delay } = await decodeWebp(file);
    expect(delay).toEqual([]);
    expect([...frames[0]!]).toEqual([0, 100, 200, 255].flatMap((grey) => [grey, grey, grey, 255]));
  });

  it('leaves no ImageData behind, by which Node would be taken for a browser', async () => {
    await encodeWebp([noise]);
    expect('ImageData' in globalThis).toBe(false);
  });

  it('gives back any small pictures', async () => {
    const sides = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    const pictures = sides.chain(([w, h]) =>
      fc
        .array(fc.array(fc.constantFrom(0, 7, 128, 255), { minLength: w * h * 4, maxLength: w * h * 4 }), {
          minLength: 1,
          maxLength: 4,
        })
        .map((all) => all.map((pixels) => raster(pixels, w, h))),
    );
    await fc.assert(
      fc.asyncProperty(pictures, async (all) => {
        const { frames } = await decodeWebp(await encodeWebp(all));
        // A decoder may drop colours that nobody sees.
        const seen = (rgba: Uint8Array) => rgba.map((value, i) => (rgba[i | 3] === 0 ? 0 : value));
        expect(frames.map(seen)).toEqual(all.map(({ pixels }) => seen(pixels)));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses no frame, two sizes, wrong pixels, and numbers out of range', async () => {
    const frame = raster([0, 0, 0], 1, 1);
    await expect(encodeWebp([])).rejects.toThrow('frames');
    await expect(encodeWebp([frame, raster(new Uint8Array(6), 2, 1)])).rejects.toThrow('1 x 1, got 2 x 1');
    await expect(encodeWebp([raster(new Uint8Array(16384), 16384, 1)])).rejects.toThrow('at most 16383');
    await expect(encodeWebp([{ ...frame, pixels: new Uint8Array(2) }])).rejects.toThrow('pixels');
  });

  it('refuses whatever is out of range', async () => {
    const whole = (range: { min?: number; max?: number }) => fc.integer(range);
    const wrong = fc.oneof(
      fc.record({
        quality: fc.oneof(whole({ max: -1 }), whole({ min: 101 }), fc.constantFrom(NaN, Infinity, 'best', null)),
      }),
      fc.record({
        delay: fc.oneof(whole({ max: 19 }), whole({ min: 60_001 }), fc.constantFrom(NaN, [], [100, 100], ['a'])),
      }),
      fc.record({ loop: fc.oneof(whole({ max: -1 }), whole({ min: 65_536 }), fc.constantFrom(0.5, NaN, '1')) }),
    );
    const frame = raster([0, 0, 0], 1, 1);
    await fc.assert(
      fc.asyncProperty(wrong, async (options) => {
        await expect(encodeWebp([frame], options as WebpOptions)).rejects.toThrow(ArgumentError);
      }),
    );
  });
});
