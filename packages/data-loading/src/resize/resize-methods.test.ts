import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ResizeMethod, resizeImage } from './resize-image.ts';

// g = (np.arange(0, 105, 3) * 37 % 256).astype(np.uint8).reshape(5, 7)
const grey = { pixels: Uint8Array.from({ length: 35 }, (_, i) => (111 * i) % 256), height: 5, width: 7, channels: 1 };

const METHODS = ['bilinear', 'nearest', 'area', 'pil-bilinear', 'pil-bicubic', 'pil-lanczos', 'pil-nearest'] as const;

function resized(method: ResizeMethod, size: readonly [number, number]): number[] {
  return Array.from(resizeImage(grey, { size, method }).pixels);
}

/** 37 x 53 x 3 bytes: `s = (s * 1103515245 + 12345) % 2 ** 31` from s = 1, bits 16 to 23 of each. */
function noise() {
  let state = 1n;
  const pixels = Uint8Array.from({ length: 37 * 53 * 3 }, () => {
    state = (state * 1103515245n + 12345n) % 2n ** 31n;
    return Number((state >> 16n) & 255n);
  });
  return { pixels, height: 37, width: 53, channels: 3 };
}

describe('resizeImage by Pillow', () => {
  it.each([
    // np.asarray(Image.fromarray(g).resize((4, 3), Image.BILINEAR)), BICUBIC, LANCZOS, NEAREST; Pillow 12.3
    ['pil-bilinear', [62, 163, 132, 112, 76, 177, 146, 126, 83, 115, 160, 140]],
    ['pil-bicubic', [57, 169, 129, 110, 72, 189, 144, 125, 83, 116, 161, 140]],
    ['pil-lanczos', [60, 172, 121, 112, 76, 200, 135, 127, 84, 120, 156, 141]],
    ['pil-nearest', [0, 222, 188, 154, 18, 240, 206, 172, 36, 2, 224, 190]],
  ] as const)('%s gives its values for a grey picture', (method, expected) => {
    expect(resized(method, [3, 4])).toEqual(expected);
  });

  it.each([
    // hashlib.sha256(np.asarray(Image.fromarray(a).resize((w, h), method)).tobytes()).hexdigest()[:16]; Pillow 12.3
    ['pil-bilinear', '1dabff1b77f69e37', '2acb2c9da19cacea', 'ff3ade9ed9c305e3'],
    ['pil-bicubic', '8040d2c97a9889c1', 'afcf5e0adb8b0a63', '4d1de47975b61597'],
    ['pil-lanczos', '3a4dcbd6a127808a', '345284f6f1b27810', 'ca76c4078a78b42d'],
    ['pil-nearest', 'c9a6d7830b50959b', '69b72f8409e7c7d4', '83d815af39b41f57'],
    // hashlib.sha256(cv2.resize(a, (w, h), interpolation=cv2.INTER_NEAREST).tobytes()).hexdigest()[:16]; OpenCV 5.0
    ['nearest', '41fe74df6ccdd312', '1f4c1155170e5167', '9ef698415e22ad8b'],
  ] as const)('%s is equal bit for bit, up, down, and down and up at once', (method, up, down, mixed) => {
    const sizes = [
      [124, 124],
      [17, 20],
      [62, 31],
    ] as const;
    const hashes = sizes.map((size) => {
      const { pixels } = resizeImage(noise(), { size, method });
      return createHash('sha256').update(pixels).digest('hex').slice(0, 16);
    });
    expect(hashes).toEqual([up, down, mixed]);
  });

  it('pil-nearest goes by centres, as torch does under the name of nearest-exact', () => {
    // F.interpolate(torch.tensor(g).float()[None, None], size=(6, 8), mode='nearest-exact').int().reshape(-1)[:24]
    const rows = [
      0, 111, 222, 77, 77, 188, 43, 154, 9, 120, 231, 86, 86, 197, 52, 163, 18, 129, 240, 95, 95, 206, 61, 172,
    ];
    expect(resized('pil-nearest', [6, 8]).slice(0, 24)).toEqual(rows);
  });
});

describe('resizeImage by OpenCV', () => {
  it('nearest goes by corners, as torch does', () => {
    // cv2.resize(g, (8, 6), interpolation=cv2.INTER_NEAREST).reshape(-1)[:24], and F.interpolate(…, mode='nearest')
    const rows = [0, 0, 111, 222, 77, 188, 43, 154, 0, 0, 111, 222, 77, 188, 43, 154, 9, 9, 120, 231, 86, 197, 52, 163];
    expect(resized('nearest', [6, 8]).slice(0, 24)).toEqual(rows);
  });

  it('area is within one level', () => {
    // cv2.resize(g, (4, 3), interpolation=cv2.INTER_AREA).reshape(-1)
    const down = [51, 168, 139, 110, 66, 183, 154, 124, 80, 109, 168, 139];
    expect(resized('area', [3, 4])).toBeAllClose(down, { atol: 1, rtol: 0 });
    // cv2.resize(g, (8, 6), interpolation=cv2.INTER_AREA).reshape(-1)[:24]
    const up = [
      0, 95, 190, 139, 125, 147, 59, 154, 7, 102, 197, 146, 132, 154, 66, 161, 14, 109, 204, 153, 139, 161, 73, 168,
    ];
    expect(resized('area', [6, 8]).slice(0, 24)).toBeAllClose(up, { atol: 1, rtol: 0 });
  });

  it('area averages what an output covers', () => {
    const row = { pixels: Uint8Array.of(0, 30, 90), height: 1, width: 3, channels: 1 };
    // Two outputs of 1.5 inputs: (0 + 30 / 2) / 1.5 and (30 / 2 + 90) / 1.5.
    expect(Array.from(resizeImage(row, { size: [1, 2], method: 'area' }).pixels)).toEqual([10, 70]);
    expect(Array.from(resizeImage(row, { size: [1, 1], method: 'area' }).pixels)).toEqual([40]);
  });
});

describe('every method', () => {
  const side = fc.integer({ min: 1, max: 12 });

  it('keeps a flat picture flat', () => {
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), fc.nat(255), side, side, side, side, (method, value, h, w, y, x) => {
        const flat = { pixels: new Uint8Array(h * w * 3).fill(value), height: h, width: w, channels: 3 };
        const { pixels } = resizeImage(flat, { size: [y, x], method });
        expect(pixels.every((sample) => sample === value)).toBe(true);
      }),
    );
  });

  it('treats channels alike, be there one, three or four', () => {
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), side, side, fc.constantFrom(3, 4), (method, height, width, channels) => {
        const spread = {
          ...grey,
          pixels: Uint8Array.from({ length: 35 * channels }, (_, i) => grey.pixels[Math.floor(i / channels)]!),
          channels,
        };
        const expected = resized(method, [height, width]).flatMap((value) => new Array<number>(channels).fill(value));
        expect(Array.from(resizeImage(spread, { size: [height, width], method }).pixels)).toEqual(expected);
      }),
    );
  });

  it('keeps a picture of the wanted size, in memory of its own', () => {
    for (const method of METHODS) {
      const same = resizeImage(grey, { size: [5, 7], method });
      expect(same.pixels).toEqual(grey.pixels);
      expect(same.pixels.buffer).not.toBe(grey.pixels.buffer);
    }
  });
});
