import { DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { decodeImage } from '../node/decode-image.ts';
import { bmpOf } from '../testing/bmp-of.ts';

const RED = [255, 0, 0] as const;
const LIME = [0, 255, 0] as const;
const BLUE = [0, 0, 255] as const;
const palette = [RED, LIME, BLUE, [9, 8, 7]] as const;

const pixelsOf = async (file: Uint8Array) => Array.from((await decodeImage(file)).pixels);

describe('decodeBmp', () => {
  it('reads rows from below, or from above where the height is negative', async () => {
    const stored = [3, 2, 1, 0, 6, 5, 4, 0];
    expect(await pixelsOf(bmpOf({ width: 1, height: 2, bits: 24 }, stored))).toEqual([4, 5, 6, 1, 2, 3]);
    expect(await pixelsOf(bmpOf({ width: 1, height: -2, bits: 24 }, stored))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('looks up indices of 1, 4 and 8 bits', async () => {
    const fields = { width: 3, height: 1, palette } as const;
    expect(await pixelsOf(bmpOf({ ...fields, bits: 1 }, [0b01000000, 0, 0, 0]))).toEqual([...RED, ...LIME, ...RED]);
    expect(await pixelsOf(bmpOf({ ...fields, bits: 4 }, [0x21, 0x30, 0, 0]))).toEqual([...BLUE, ...LIME, 9, 8, 7]);
    expect(await pixelsOf(bmpOf({ ...fields, bits: 8 }, [2, 0, 1, 0]))).toEqual([...BLUE, ...RED, ...LIME]);
  });

  it('reads the headers and palettes of OS/2', async () => {
    const file = bmpOf({ width: 2, height: 1, bits: 8, palette, core: true }, [1, 2, 0, 0]);
    expect(await pixelsOf(file)).toEqual([...LIME, ...BLUE]);
  });

  it('stretches 5 bits to 8, and reads 32-bit pixels without alpha', async () => {
    expect(await pixelsOf(bmpOf({ width: 1, height: 1, bits: 16 }, [0x1f, 0x40, 0, 0]))).toEqual([132, 0, 255]);
    expect(await pixelsOf(bmpOf({ width: 1, height: 1, bits: 32 }, [3, 2, 1, 0]))).toEqual([1, 2, 3]);
  });

  it('reads pixels by masks, with alpha where there is a mask for it', async () => {
    const rgb565 = { width: 1, height: 1, bits: 16, compression: 3, masks: [0xf800, 0x7e0, 0x1f] };
    expect(await pixelsOf(bmpOf(rgb565, [0xe0, 0x07, 0, 0]))).toEqual([0, 255, 0]);
    const rgba = { width: 1, height: 1, bits: 32, compression: 3, masks: [0xff, 0xff00, 0xff0000, 0xff000000] };
    const { pixels } = await decodeImage(bmpOf(rgba, [1, 2, 3, 128]), { channels: 4 });
    expect(Array.from(pixels)).toEqual([1, 2, 3, 128]);
  });

  it('unpacks RLE8: runs, literals, jumps and ends of rows', async () => {
    const stored = [2, 1, 0, 0, 0, 3, 2, 1, 0, 0, 0, 2, 0, 0, 1, 2, 0, 1];
    const file = bmpOf({ width: 4, height: 2, bits: 8, compression: 1, palette }, stored);
    const [top, bottom] = [
      [...BLUE, ...LIME, ...RED, ...BLUE],
      [...LIME, ...LIME, ...RED, ...RED],
    ];
    expect(await pixelsOf(file)).toEqual([...top, ...bottom]);
  });

  it('unpacks RLE4, two pixels a byte', async () => {
    const file = bmpOf({ width: 4, height: 1, bits: 4, compression: 2, palette }, [3, 0x12, 1, 0x20, 0, 1]);
    expect(await pixelsOf(file)).toEqual([...LIME, ...BLUE, ...LIME, ...BLUE]);
  });

  it.each([
    [
      'a short file',
      bmpOf({ width: 2, height: 2, bits: 24 }, [1, 2, 3]),
      'is truncated: the BMP ends before its last pixel',
    ],
    ['a file of a few bytes', Uint8Array.of(0x42, 0x4d, 0), 'is truncated: the BMP ends within its header'],
    [
      'an index without a colour',
      bmpOf({ width: 1, height: 1, bits: 8, palette }, [4, 0, 0, 0]),
      'colour 4 of a palette of 4',
    ],
    [
      'runs without an end',
      bmpOf({ width: 1, height: 1, bits: 8, compression: 1, palette }, [1, 1]),
      'ends before its end mark',
    ],
    [
      'runs above the picture',
      bmpOf({ width: 1, height: 1, bits: 8, compression: 1, palette }, [0, 0, 1, 1]),
      'goes on above',
    ],
    [
      'a mask with gaps',
      bmpOf({ width: 1, height: 1, bits: 32, compression: 3, masks: [5, 0, 0] }, [0, 0, 0, 0]),
      'has gaps',
    ],
    ['2 bits a pixel', bmpOf({ width: 1, height: 1, bits: 2 }, [0, 0, 0, 0]), 'is a BMP of 2 bits a pixel'],
    ['a JPEG inside', bmpOf({ width: 1, height: 1, bits: 24, compression: 4 }, [0, 0, 0, 0]), 'with compression 4'],
    ['no width', bmpOf({ width: 0, height: 1, bits: 24 }, [0, 0, 0, 0]), 'its header says 0 x 1 pixels'],
    ['a bomb', bmpOf({ width: 60_000, height: 60_000, bits: 8, compression: 1 }, [0, 1]), 'above the cap of 50000000'],
  ])('refuses %s', async (_, file, reason) => {
    await expect(decodeImage(file)).rejects.toThrow(DataError);
    await expect(decodeImage(file)).rejects.toThrow(reason);
  });
});
