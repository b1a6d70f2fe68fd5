import { DataError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeader } from '../header/read-header.ts';
import { decodeImage } from '../node/decode-image.ts';
import { bmpOf } from '../testing/bmp-of.ts';
import { ODD_PICTURES, oddPicture } from '../testing/odd-pictures.ts';
import { picture } from '../testing/pictures.ts';
import { interlacedRows, pngOf } from '../testing/png-of.ts';

const FILES = [
  ...ODD_PICTURES.map(oddPicture),
  ...(['jpeg', 'progressive', 'cmyk', 'rgba', 'palette', 'grey16', 'exifPng'] as const).map(picture),
  pngOf({ width: 5, height: 5, depth: 2, interlace: 1 }, interlacedRows(new Array(25).fill(1), 5, 5, 2)),
  bmpOf(
    {
      width: 4,
      height: 2,
      bits: 8,
      compression: 1,
      palette: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
    [2, 1, 0, 0, 0, 3, 1, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 1],
  ),
  bmpOf({ width: 4, height: 1, bits: 4, compression: 2, palette: [[1, 2, 3]] }, [3, 0, 1, 0, 0, 1]),
  bmpOf({ width: 1, height: 1, bits: 16, compression: 3, masks: [0xf800, 0x7e0, 0x1f] }, [0xe0, 0x07, 0, 0]),
];

const SIGNATURES = FILES.map((file) => Array.from(file.subarray(0, 30)));

/** Few pixels, so that a damaged size cannot make a run long. */
const MAX_PIXELS = 1e5;

async function expectImageOrDataError(bytes: Uint8Array): Promise<void> {
  const start = performance.now();
  try {
    const header = readHeader(bytes, { maxPixels: MAX_PIXELS });
    const image = await decodeImage(bytes, { maxPixels: MAX_PIXELS, channels: 4, orientation: 'ignore' });
    expect([image.width, image.height]).toEqual([header.width, header.height]);
    expect(image.pixels.length).toBe(image.width * image.height * 4);
  } catch (error) {
    if (!DataError.isInstance(error)) throw error;
    expect(error.message).not.toContain('undefined');
  }
  expect(performance.now() - start).toBeLessThan(10_000);
}

describe('decodeImage of damaged files', () => {
  it('gives an image or a DataError when some bytes are changed', async () => {
    const edits = fc.array(fc.tuple(fc.nat(1000), fc.nat(255)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), edits, async (file, changes) => {
        const damaged = file.slice();
        for (const [place, value] of changes) damaged[place % damaged.length] = value;
        await expectImageOrDataError(damaged);
      }),
      { numRuns: 500 },
    );
  });

  it('gives an image or a DataError when bytes are cut out, put in or left off', async () => {
    const place = fc.nat(1000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FILES),
        place,
        place,
        fc.uint8Array({ maxLength: 8 }),
        async (file, from, to, more) => {
          const [start, end] = [from % file.length, to % file.length];
          await expectImageOrDataError(Uint8Array.of(...file.subarray(0, start), ...more, ...file.subarray(end)));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives an image or a DataError for random bytes behind the start of a file', async () => {
    const start = fc.tuple(fc.constantFrom(...SIGNATURES), fc.nat(30)).map(([bytes, length]) => bytes.slice(0, length));
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (head, rest) => {
        await expectImageOrDataError(Uint8Array.of(...head, ...rest));
      }),
      { numRuns: 500 },
    );
  });

  it('goes on decoding after all of that', async () => {
    const { pixels } = await decodeImage(oddPicture('webpLossless'));
    expect(pixels).toEqual((await decodeImage(oddPicture('tiff'))).pixels);
    expect((await decodeImage(picture('jpeg'))).width).toBe(9);
  });
});
