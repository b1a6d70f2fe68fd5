import { createHash } from 'node:crypto';
import { DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { concatenate } from '../concatenate.ts';
import { readHeader } from '../header/read-header.ts';
import { decodeImage } from '../node/decode-image.ts';
import { ODD_PICTURES, type OddPicture, oddPicture } from '../testing/odd-pictures.ts';

const hashOf = (pixels: Uint8Array) => createHash('sha256').update(pixels).digest('hex').slice(0, 16);
const decoded = async (name: OddPicture) => hashOf((await decodeImage(oddPicture(name))).pixels);

/** hashlib.sha256(a.tobytes()).hexdigest()[:16], and of the palette's colours. */
const A = '72bad62f17eb6c55';
const P = '9dce0b96ebfaf84f';

describe('decodeImage of odd files', () => {
  it.each([
    ['webpLossless', A],
    ['webpAlpha', A],
    ['webpAnimated', A],
    ['gif', P],
    ['gifInterlaced', P],
    ['gifTransparent', P],
    ['gifAnimated', P],
    ['tiff', A],
    ['tiffLzw', A],
    ['tiffDeflate', A],
    ['tiffPalette', P],
    ['tiffAlpha', A],
    ['bmp', A],
    ['bmpPalette', P],
    // hashlib.sha256(np.asarray(Image.open(f).convert('RGB')).tobytes()).hexdigest()[:16]; Pillow 12.3
    ['webp', 'a203fee15b1722fb'],
    ['webpLossyAlpha', 'ce37be01dce86bc9'],
    ['tiffPackBits', '3e98334107997623'],
    ['tiffBits', 'b27cdde8aadcfed2'],
    ['tiffCmyk', 'bd9b07a9207167b1'],
    ['cmykSubsampled', '65e6a8b5aebfb6e7'],
    ['cmykProgressive', '1f7b96376f8b4adb'],
    ['ycck', '3f7c2843b3e1c03f'],
  ] as const)('%s has the pixels that Pillow gives, of an animation the first', async (name, expected) => {
    expect(await decoded(name)).toBe(expected);
  });

  it('scales 16-bit TIFFs where Pillow clips them', async () => {
    const { pixels } = await decodeImage(oddPicture('tiff16'), { channels: 1 });
    expect(Array.from(pixels)).toEqual(Array.from({ length: 35 }, (_, i) => ((1871 * i) % 65536) >> 8));
  });

  it('takes inks as they are stored where no Adobe marker says that they are inverted', async () => {
    const marked = await decodeImage(oddPicture('cmykProgressive'));
    const unmarked = await decodeImage(oddPicture('cmykUnmarked'));
    // The ramp's first pixel is white paper; inverted, all inks are full.
    expect(Array.from(marked.pixels.subarray(0, 3))).toEqual([254, 254, 254]);
    expect(Array.from(unmarked.pixels.subarray(0, 3))).toEqual([0, 0, 0]);
  });

  it('turns WebPs upright', async () => {
    const { width, height, pixels } = await decodeImage(oddPicture('webpExif'));
    expect([width, height]).toEqual([5, 7]);
    // The first column of a, from below.
    expect(Array.from(pixels.subarray(0, 3))).toEqual([0, 1, 2].map((c) => ((4 * 21 + c) * 37) % 256));
  });

  it('keeps the alpha of WebPs and TIFFs', async () => {
    for (const name of ['webpAlpha', 'tiffAlpha'] as const) {
      const { pixels } = await decodeImage(oddPicture(name), { channels: 4 });
      expect(Array.from(pixels.filter((_, i) => i % 4 === 3))).toEqual(
        Array.from({ length: 35 }, (_, i) => (7 * i) % 256),
      );
    }
  });

  it('makes the transparent colour of a GIF transparent', async () => {
    const { pixels } = await decodeImage(oddPicture('gifTransparent'), { channels: 4 });
    for (let i = 0; i < 35; i++) expect(pixels[4 * i + 3]).toBe((3 * i) % 16 === 3 ? 0 : 255);
  });

  it('refuses a JPEG inside a TIFF by name', async () => {
    await expect(decodeImage(oddPicture('tiffJpeg'), { path: 'a.tif' })).rejects.toThrow(
      'a.tif: is a TIFF with JPEG inside, which is not supported; convert it to PNG',
    );
  });

  it('tells size and format by the header alone, whatever the name', () => {
    expect(readHeader(oddPicture('webpExif'), { path: 'a.jpg' })).toEqual({
      format: 'webp',
      width: 7,
      height: 5,
      orientation: 6,
      exif: true,
      tables: null,
    });
    for (const [name, format] of [
      ['gifAnimated', 'gif'],
      ['bmp', 'bmp'],
      ['tiff', 'tiff'],
      ['webp', 'webp'],
    ] as const) {
      expect(readHeader(oddPicture(name))).toMatchObject({ format, width: 7, height: 5, orientation: 1, exif: false });
    }
    expect(readHeader(oddPicture('ycck'))).toMatchObject({ format: 'jpeg', width: 20, height: 12 });
  });

  it('accepts bytes after the end', async () => {
    for (const name of ODD_PICTURES.filter((odd) => odd !== 'tiffJpeg')) {
      const longer = concatenate([oddPicture(name), new TextEncoder().encode('trailing')]);
      expect(hashOf((await decodeImage(longer)).pixels)).toBe(await decoded(name));
    }
  });

  it('refuses every file that is cut in half', async () => {
    for (const name of ODD_PICTURES) {
      const file = oddPicture(name);
      const half = file.slice(0, file.length >> 1);
      if (name === 'gifAnimated' || name === 'webpAnimated') continue;
      await expect(decodeImage(half), name).rejects.toThrow(DataError);
    }
  });

  it('refuses a picture above the pixel cap by its header, in every format', async () => {
    for (const name of ODD_PICTURES) {
      await expect(decodeImage(oddPicture(name), { maxPixels: 34 })).rejects.toThrow('above the cap of 34 (maxPixels)');
    }
  });

  it('reads files in buffers that begin elsewhere', async () => {
    for (const name of ODD_PICTURES.filter((odd) => odd !== 'tiffJpeg')) {
      const shifted = concatenate([new Uint8Array(3), oddPicture(name)]).subarray(3);
      expect(hashOf((await decodeImage(shifted)).pixels)).toBe(await decoded(name));
    }
  });
});
