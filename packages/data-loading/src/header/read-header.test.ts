import { DataError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatenate } from '../concatenate.ts';
import { picture } from '../testing/pictures.ts';
import { pngOf } from '../testing/png-of.ts';
import { readHeader } from './read-header.ts';

const text = (content: string) => new TextEncoder().encode(content);

describe('readHeader', () => {
  it('reads size, EXIF and tables of a JPEG', () => {
    const header = readHeader(picture('jpeg'));
    expect(header).toMatchObject({ format: 'jpeg', width: 9, height: 6, orientation: 1, exif: false });
    expect(header.tables).toHaveLength(2 * 65);
    // Image.open(f).quantization[0][:4], in zigzag order
    expect(Array.from(header.tables?.subarray(0, 5) ?? [])).toEqual([0, 6, 4, 5, 6]);
    expect(readHeader(picture('exifJpeg'))).toMatchObject({ orientation: 6, exif: true });
    expect(readHeader(picture('progressive'))).toMatchObject({ width: 9, height: 6 });
  });

  it('reads size and EXIF of a PNG', () => {
    const header = readHeader(picture('exifPng'));
    expect(header).toEqual({ format: 'png', width: 3, height: 2, orientation: 6, exif: true, tables: null });
    expect(readHeader(picture('rgba'))).toMatchObject({ width: 7, height: 5, exif: false });
  });

  it('gives the same tables whether they stand in one segment or two', () => {
    const jpeg = picture('jpeg');
    const first = 20;
    const [a, b] = [jpeg.subarray(first + 4, first + 69), jpeg.subarray(first + 73, first + 138)];
    const joined = concatenate([
      jpeg.subarray(0, first),
      Uint8Array.of(0xff, 0xdb, 0, 132),
      b,
      a,
      jpeg.subarray(first + 138),
    ]);
    expect(readHeader(joined).tables).toEqual(readHeader(jpeg).tables);
  });

  it('refuses a picture above the pixel cap by its header alone', () => {
    const png = pngOf({ width: 30_000, height: 30_000 }, new Uint8Array(0)).subarray(0, 40);
    expect(() => readHeader(png, { path: 'big.png' })).toThrow(
      'big.png: is 30000 x 30000 = 900000000 pixels, above the cap of 50000000 (maxPixels)',
    );
    expect(() => readHeader(picture('jpeg'), { maxPixels: 53 })).toThrow('above the cap of 53');
    expect(readHeader(picture('jpeg'), { maxPixels: 54 }).width).toBe(9);
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'is empty (0 bytes)'],
    [
      'a text',
      text('hello world'),
      'is no picture of JPEG, PNG, WebP, GIF, BMP or TIFF: it is text, starting with "hello wo"',
    ],
    ['unknown bytes', Uint8Array.of(1, 2, 255), 'it starts with the bytes 01 02 ff'],
    ['an AVIF', text('....ftypavif'), 'is a file of AVIF, which is not supported; convert it to JPEG or PNG'],
    ['a GIF of six bytes', text('GIF89a'), 'is truncated: the GIF ends within its header'],
    ['a WebP of its signature', text('RIFF....WEBP'), 'is truncated: the WebP ends within its header'],
    ['a TIFF of four bytes', text('II*\0'), 'is truncated: the TIFF ends before its directory does'],
    ['an SVG', text('<svg xmlns='), 'it is text, starting with "<svg xml"'],
    ['a JPEG cut in its scan', picture('jpeg').subarray(0, -9), 'is truncated: the JPEG ends before'],
    ['a JPEG without its last byte', picture('jpeg').subarray(0, -1), 'is truncated'],
    ['a JPEG cut in a table', picture('jpeg').subarray(0, 60), 'is truncated'],
    ['a JPEG of two marks', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'a JPEG without a picture'],
    ['a PNG cut in its header', picture('grey8').subarray(0, 20), 'is truncated'],
    ['a PNG without its end', picture('grey8').subarray(0, -12), 'is truncated: the PNG ends before its IEND'],
    ['a PNG of no pixels', pngOf({ width: 0, height: 3 }, new Uint8Array(0)), 'its header says 0 x 3 pixels'],
    ['a PNG of 3 bits', pngOf({ width: 1, height: 1, depth: 3 }, new Uint8Array(0)), 'breaks the rules'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(() => readHeader(bytes, { path: 'a/b.jpg' })).toThrow(DataError);
    expect(() => readHeader(bytes, { path: 'a/b.jpg' })).toThrow(reason);
  });

  it('accepts bytes after the end', () => {
    for (const name of ['jpeg', 'grey8'] as const) {
      const longer = concatenate([picture(name), text('trailing')]);
      expect(readHeader(longer)).toEqual(readHeader(picture(name)));
    }
  });

  it('throws nothing but DataError on random bytes behind a signature', () => {
    const signatures = [[], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]];
    const bytes = fc.tuple(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 300 }));
    fc.assert(
      fc.property(bytes, ([signature, rest]) => {
        expectHeaderOrDataError(Uint8Array.of(...signature, ...rest));
      }),
      { numRuns: 2000 },
    );
  });

  it('throws nothing but DataError on damaged files', () => {
    const files = (['jpeg', 'progressive', 'exifJpeg', 'exifPng', 'palette'] as const).map(picture);
    const changes = fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...files), changes, fc.nat(600), (file, edits, cut) => {
        const damaged = file.slice(0, cut % 3 === 0 ? cut : file.length);
        for (const [place, value] of edits) if (place < damaged.length) damaged[place] = value;
        expectHeaderOrDataError(damaged);
      }),
      { numRuns: 5000 },
    );
  });
});

function expectHeaderOrDataError(bytes: Uint8Array): void {
  try {
    const { width, height, orientation } = readHeader(bytes);
    expect(width * height).toBeGreaterThan(0);
    expect(orientation >= 1 && orientation <= 8).toBe(true);
  } catch (error) {
    if (!DataError.isInstance(error)) throw error;
  }
}
