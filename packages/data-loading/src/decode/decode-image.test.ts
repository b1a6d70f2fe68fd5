import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '@animals/core';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, it, vi } from 'vitest';
import { realData } from '../../../../tools/src/testing/index.ts';
import { concatenate } from '../concatenate.ts';
import { decodeImage } from '../node/decode-image.ts';
import { picture } from '../testing/pictures.ts';
import { chunk, pngOf } from '../testing/png-of.ts';

const thrice = (...greys: number[]) => greys.flatMap((grey) => [grey, grey, grey]);
const pixelsOf = async (bytes: Uint8Array) => Array.from((await decodeImage(bytes)).pixels);

describe('decodeImage', () => {
  it('decodes PNGs of every kind to RGB', async () => {
    expect(await pixelsOf(picture('grey8'))).toEqual(thrice(0, 128, 255, 64, 1, 200));
    const bits = [0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1];
    expect(await pixelsOf(picture('grey1'))).toEqual(thrice(...bits.map((bit) => bit * 255)));
    expect(await pixelsOf(picture('grey16'))).toEqual(thrice(0, 1, 255, 127, 0, 200));
    expect(await pixelsOf(picture('greyAlpha'))).toEqual(thrice(0, 128, 255, 64, 1, 200));
    expect(await pixelsOf(picture('rgba'))).toEqual(Array.from({ length: 105 }, (_, i) => (37 * i) % 256));
    const [red, green, dark] = [
      [255, 0, 0],
      [0, 255, 0],
      [10, 20, 30],
    ] as const;
    expect(await pixelsOf(picture('palette'))).toEqual([red, green, dark, dark, green, red].flat());
  });

  it('scales grey of 2 and 4 bits to 255', async () => {
    expect(await pixelsOf(pngOf({ width: 4, height: 1, depth: 2 }, Uint8Array.of(0, 0b00011011)))).toEqual(
      thrice(0, 85, 170, 255),
    );
    expect(await pixelsOf(pngOf({ width: 2, height: 1, depth: 4 }, Uint8Array.of(0, 0xf1)))).toEqual(thrice(255, 17));
  });

  it('decodes interlaced PNGs, and refuses those of less than 8 bits', async () => {
    const data = Uint8Array.from({ length: 11 * 9 * 3 }, (_, i) => (i * 31) % 256);
    const interlaced = encode({ width: 11, height: 9, channels: 3, data }, { interlace: 'Adam7' });
    expect(interlaced[28]).toBe(1);
    expect(await pixelsOf(interlaced)).toEqual(Array.from(data));
    const refused = pngOf({ width: 4, height: 1, depth: 2, interlace: 1 }, new Uint8Array(9));
    await expect(decodeImage(refused)).rejects.toThrow('is an interlaced PNG of less than 8 bits a sample');
  });

  it('decodes JPEGs as Pillow does', async () => {
    // np.asarray(Image.open(f).convert('RGB'))
    const firstRow = [
      20, 10, 1, 41, 11, 11, 70, 11, 29, 95, 11, 45, 117, 11, 60, 143, 10, 76, 170, 11, 93, 191, 12, 104,
    ];
    for (const name of ['jpeg', 'progressive'] as const) {
      const { pixels, width, height, channels } = await decodeImage(picture(name));
      expect([width, height, channels]).toEqual([9, 6, 3]);
      expect(Array.from(pixels.subarray(0, 24))).toEqual(firstRow);
      expect(pixels.reduce((sum, value) => sum + value, 0)).toBe(17697);
    }
    const grey = await decodeImage(picture('greyJpeg'));
    expect(Array.from(grey.pixels.subarray(0, 27))).toEqual(thrice(12, 20, 31, 40, 48, 57, 68, 76, 85));
  });

  it('turns a picture upright as its EXIF block asks, unless told not to', async () => {
    const upright = await decodeImage(picture('exifJpeg'));
    expect([upright.width, upright.height]).toEqual([6, 9]);
    // np.asarray(ImageOps.exif_transpose(Image.open(f)))[0]
    const firstRow = [28, 204, 77, 21, 173, 62, 17, 129, 43, 25, 88, 33, 30, 46, 20, 20, 10, 1];
    expect(Array.from(upright.pixels.subarray(0, 18))).toEqual(firstRow);
    expect(await decodeImage(picture('exifJpeg'), { orientation: 'ignore' })).toEqual(
      await decodeImage(picture('jpeg')),
    );
    const png = await decodeImage(picture('exifPng'));
    expect(Array.from(png.pixels.subarray(0, 6))).toEqual([9, 46, 83, 0, 37, 74]);
  });

  it('throws instead of giving back half a picture', async () => {
    const jpeg = picture('jpeg');
    // The end marker is in place, what it should end is not.
    const short = concatenate([jpeg.subarray(0, -20), Uint8Array.of(0xff, 0xd9)]);
    await expect(decodeImage(short, { path: 'short.jpg' })).rejects.toThrow('short.jpg: cannot be decoded: ');
    await expect(decodeImage(jpeg.subarray(0, -20))).rejects.toThrow('is truncated');
    expect((await decodeImage(jpeg)).width).toBe(9);
  });

  it('goes on after a file at which the codec gave up', async () => {
    const broken = picture('jpeg');
    broken.fill(255, 180, 200);
    await expect(decodeImage(broken)).rejects.toThrow(DataError);
    expect((await decodeImage(picture('jpeg'))).height).toBe(6);
  });

  it('refuses PNGs with wrong checksums, lengths and colours', async () => {
    const flipped = picture('grey8');
    flipped[flipped.length - 20] = (flipped[flipped.length - 20] as number) ^ 1;
    await expect(decodeImage(flipped)).rejects.toThrow(DataError);
    const rows = (count: number) => pngOf({ width: 3, height: 4 }, new Uint8Array(4 * count));
    await expect(decodeImage(rows(3))).rejects.toThrow('it holds less pixel data than its header promises');
    await expect(decodeImage(rows(5))).rejects.toThrow('it holds more pixel data than its header promises');
    expect((await decodeImage(rows(4))).height).toBe(4);
    const noPalette = pngOf({ width: 1, height: 1, colourType: 3 }, Uint8Array.of(0, 0));
    await expect(decodeImage(noPalette)).rejects.toThrow('cannot be decoded: colour 0 of a palette of 0');
  });

  it('does not inflate a bomb', async () => {
    const bomb = pngOf({ width: 10, height: 10 }, new Uint8Array(2 ** 27));
    await expect(decodeImage(bomb)).rejects.toThrow('more pixel data than its header promises');
  });

  it('ignores chunks that say nothing of the pixels', async () => {
    const png = picture('grey8');
    const harmful = concatenate([png.subarray(0, 33), chunk('iCCP', Uint8Array.of(1, 2, 3)), png.subarray(33)]);
    expect(await pixelsOf(harmful)).toEqual(await pixelsOf(png));
  });

  it('leaves the globals and the console alone', async () => {
    const quiet = vi.spyOn(console, 'error');
    await decodeImage(picture('jpeg'));
    await decodeImage(picture('jpeg').fill(255, 180, 200)).catch(() => undefined);
    expect('ImageData' in globalThis).toBe(false);
    expect(quiet).not.toHaveBeenCalled();
    quiet.mockRestore();
  });

  it('gives the same pixels for many at a time', async () => {
    const names = ['jpeg', 'greyJpeg', 'exifJpeg', 'progressive'] as const;
    const oneByOne = [];
    for (const name of names) oneByOne.push(await decodeImage(picture(name)));
    expect(await Promise.all(names.map((name) => decodeImage(picture(name))))).toEqual(oneByOne);
  });

  it('refuses an unknown orientation policy', async () => {
    const orientation = 'sideways' as 'apply';
    await expect(decodeImage(picture('jpeg'), { orientation })).rejects.toThrow("must be 'apply' or 'ignore'");
  });

  it('throws nothing but DataError on damaged files', async () => {
    const files = (['jpeg', 'progressive', 'rgba', 'palette', 'grey16'] as const).map(picture);
    const changes = fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), changes, async (file, edits) => {
        const damaged = file.slice();
        for (const [place, value] of edits) if (place < damaged.length) damaged[place] = value;
        const image = await decodeImage(damaged, { maxPixels: 1e6 }).catch((error) => {
          if (!DataError.isInstance(error)) throw error;
        });
        if (image) expect(image.pixels).toHaveLength(image.width * image.height * 3);
      }),
      { numRuns: 400 },
    );
  });

  it.skipIf(!realData)('decodes real pictures bit for bit as Pillow does', async () => {
    const folder = join(realData as string, 'fox');
    const hash = createHash('sha256');
    for (const name of readdirSync(folder).sort()) {
      if (name.startsWith('.')) continue;
      hash.update((await decodeImage(readFileSync(join(folder, name)))).pixels);
    }
    // hashlib.sha256(b''.join(np.asarray(Image.open(f).convert('RGB')).tobytes() for f in sorted(files)))
    expect(hash.digest('hex')).toBe('308ce8671d774b90d3faad41e5a3c591942742a1553b1c4d9e31d63a49757ceb');
  });
});
