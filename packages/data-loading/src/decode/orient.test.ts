import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecodedImage } from './decoded-image.ts';
import { orient } from './orient.ts';

/** 2 rows of 3: the red of each pixel is its letter's code. */
function lettered(rows: readonly string[]): DecodedImage<3> {
  const codes = [...rows.join('')].map((letter) => letter.charCodeAt(0));
  const pixels = Uint8Array.from(codes.flatMap((code) => [code, 0, 255 - code]));
  return { pixels, width: rows[0]?.length as number, height: rows.length, channels: 3 };
}

function letters({ pixels, width, height }: DecodedImage<3>): string[] {
  const text = String.fromCharCode(...pixels.filter((_, i) => i % 3 === 0));
  return Array.from({ length: height }, (_, y) => text.slice(y * width, (y + 1) * width));
}

describe('orient', () => {
  it('turns and mirrors by each of the eight orientations', () => {
    const stored = lettered(['abc', 'def']);
    // ImageOps.exif_transpose of the same picture with orientation 1 to 8
    const upright = [
      ['abc', 'def'],
      ['cba', 'fed'],
      ['fed', 'cba'],
      ['def', 'abc'],
      ['ad', 'be', 'cf'],
      ['da', 'eb', 'fc'],
      ['fc', 'eb', 'da'],
      ['cf', 'be', 'ad'],
    ];
    for (const [i, expected] of upright.entries()) expect(letters(orient(stored, i + 1))).toEqual(expected);
  });

  it('keeps the channels of a pixel together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (orientation) => {
        const { pixels } = orient(lettered(['abcd', 'efgh', 'ijkl']), orientation);
        for (let i = 0; i < pixels.length; i += 3) expect(pixels[i + 2]).toBe(255 - (pixels[i] as number));
      }),
    );
  });
});
