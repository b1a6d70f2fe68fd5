import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { realData } from '../../../../tools/src/testing/index.ts';
import { concatenate } from '../concatenate.ts';
import { decodeImage } from '../node/decode-image.ts';
import { resizeImage } from '../resize/resize-image.ts';
import { oddPicture } from '../testing/odd-pictures.ts';
import { picture } from '../testing/pictures.ts';
import { chunk, interlacedRows, pngOf } from '../testing/png-of.ts';
import type { DecodeOptions } from './create-image-decoder.ts';

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

  it('decodes interlaced PNGs of every depth', async () => {
    for (const depth of [1, 2, 4, 8, 16]) {
      for (const [width, height] of [
        [11, 9],
        [1, 1],
        [3, 2],
        [2, 5],
      ] as const) {
        const most = 2 ** depth - 1;
        const samples = Array.from({ length: width * height }, (_, i) => (i * 7919) % (most + 1));
        const file = pngOf({ width, height, depth, interlace: 1 }, interlacedRows(samples, width, height, depth));
        const expected = samples.map((sample) => (depth === 16 ? sample >> 8 : (sample * 255) / most));
        expect(await pixelsOf(file)).toEqual(thrice(...expected));
      }
    }
  });

  it('undoes every filter', async () => {
    // Rows of 2 RGB pixels: none, left, up, average, Paeth.
    const rows = [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 1, 2, 3, 4, 5, 6],
      [2, 1, 1, 1, 1, 1, 1],
      [3, 2, 2, 2, 2, 2, 2],
      [4, 1, 2, 3, 1, 2, 3],
    ];
    const file = pngOf({ width: 2, height: 5, colourType: 2 }, Uint8Array.from(rows.flat()));
    // np.asarray(Image.open(f)).reshape(-1)
    expect(await pixelsOf(file)).toEqual([
      10, 20, 30, 40, 50, 60, 1, 2, 3, 5, 7, 9, 2, 3, 4, 6, 8, 10, 3, 3, 4, 6, 7, 9, 4, 5, 7, 7, 9, 12,
    ]);
    await expect(decodeImage(pngOf({ width: 1, height: 1 }, Uint8Array.of(5, 0)))).rejects.toThrow(
      'a row has filter 5',
    );
  });

  it('lays transparent pictures over a colour as Pillow does', async () => {
    // ground = Image.new('RGB', (7, 5), (255, 255, 255)); ground.paste(Image.fromarray(a), mask=alpha)
    const over = await decodeImage(oddPicture('tiffAlpha'), { alpha: [255, 255, 255] });
    expect(Array.from(over.pixels.subarray(0, 12))).toEqual([
      255, 255, 255, 251, 252, 253, 253, 241, 243, 240, 243, 246,
    ]);
    const other = await decodeImage(oddPicture('tiffAlpha'), { alpha: [10, 200, 77] });
    expect(createHash('sha256').update(other.pixels).digest('hex').slice(0, 16)).toBe('d1b54e4b1cefd25c');
    const grey = await decodeImage(picture('greyAlpha'), { alpha: [255, 255, 255], channels: 1 });
    // grey8 with alpha 255 - grey: 0, 128, 255, 64, 1, 200
    const onWhite = (sample: number) => Math.round((sample * (255 - sample) + 255 * sample) / 255);
    expect(Array.from(grey.pixels)).toEqual([0, 128, 255, 64, 1, 200].map(onWhite));
  });

  it('honours the transparency of palettes and of one colour', async () => {
    const palette = await decodeImage(picture('palette'), { channels: 4 });
    expect(Array.from(palette.pixels.filter((_, i) => i % 4 === 3))).toEqual([255, 0, 255, 255, 0, 255]);
    const key = chunk('tRNS', Uint8Array.of(0, 2, 0, 4, 0, 6));
    const keyed = pngOf({ width: 2, height: 1, colourType: 2 }, Uint8Array.of(0, 2, 4, 6, 2, 4, 7), [key]);
    const { pixels } = await decodeImage(keyed, { alpha: [9, 9, 9] });
    expect(Array.from(pixels)).toEqual([9, 9, 9, 2, 4, 7]);
    expect(await pixelsOf(keyed)).toEqual([2, 4, 6, 2, 4, 7]);
  });

  it('makes one channel or four on demand', async () => {
    const grey = await decodeImage(oddPicture('tiff'), { channels: 1 });
    // np.asarray(Image.fromarray(a).convert('L')).reshape(-1)[:12]
    expect(Array.from(grey.pixels.subarray(0, 12))).toEqual([30, 141, 73, 107, 189, 73, 184, 39, 150, 82, 116, 198]);
    expect(grey.channels).toBe(1);
    const four = await decodeImage(picture('grey8'), { channels: 4 });
    expect(Array.from(four.pixels.subarray(0, 8))).toEqual([0, 0, 0, 255, 128, 128, 128, 255]);
    const turned = await decodeImage(picture('exifPng'), { channels: 1 });
    expect([turned.width, turned.height, turned.pixels.length]).toEqual([2, 3, 6]);
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
    const clamped = Uint8ClampedArray;
    await decodeImage(picture('jpeg'));
    await decodeImage(picture('jpeg').fill(255, 180, 200)).catch(() => undefined);
    expect('ImageData' in globalThis).toBe(false);
    expect(globalThis.Uint8ClampedArray).toBe(clamped);
    expect(quiet).not.toHaveBeenCalled();
    quiet.mockRestore();
  });

  it('resizes on the way as resizeImage does afterwards', async () => {
    const files = [picture('jpeg'), picture('exifJpeg'), picture('rgba'), oddPicture('webpAlpha'), oddPicture('gif')];
    const sizes = [
      [4, 3],
      [6, 9],
      [17, 20],
    ] as const;
    for (const file of files) {
      for (const size of sizes) {
        for (const method of ['bilinear', 'pil-bilinear'] as const) {
          for (const options of [{}, { channels: 1 }, { channels: 4 }, { alpha: [9, 200, 40] }] as DecodeOptions[]) {
            const afterwards = resizeImage(await decodeImage(file, options), { size, method });
            expect(await decodeImage(file, { ...options, resize: { size, method } })).toEqual(afterwards);
          }
        }
      }
    }
    const cut = { size: [4, 4], fit: 'crop' } as const;
    expect(await decodeImage(files[0]!, { resize: cut })).toEqual(resizeImage(await decodeImage(files[0]!), cut));
  });

  it('gives pixels that later pictures leave alone', async () => {
    const four = await decodeImage(picture('jpeg'), { channels: 4 });
    const webp = await decodeImage(oddPicture('webpAlpha'), { channels: 4 });
    const [before, alsoBefore] = [four.pixels.slice(), webp.pixels.slice()];
    for (const name of ['webp', 'webpLossless', 'ycck', 'cmykProgressive'] as const)
      await decodeImage(oddPicture(name));
    expect(four.pixels).toEqual(before);
    expect(webp.pixels).toEqual(alsoBefore);
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

  it('refuses channels and alpha that are bad or without effect', async () => {
    const refused = (options: object) => expect(decodeImage(picture('jpeg'), options)).rejects;
    await refused({ resize: { size: [0, 3] } }).toThrow('size must be [height, width]');
    await refused({ channels: 2 }).toThrow('channels must be 1, 3 or 4, got 2');
    await refused({ alpha: 'white' }).toThrow(
      'alpha must be \'drop\' or [red, green, blue] from 0 to 255, got "white"',
    );
    await refused({ alpha: [0, 0, 256] }).toThrow('got [0,0,256]');
    await refused({ alpha: 'drop', channels: 4 }).toThrow('alpha has no effect with 4 channels');
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
