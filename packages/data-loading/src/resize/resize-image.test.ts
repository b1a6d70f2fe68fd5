import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resizeBilinear } from './resize-bilinear.ts';
import { type ByteImage, resizeImage } from './resize-image.ts';

// a = (np.arange(105) * 37 % 256).astype(np.uint8).reshape(5, 7, 3)
const image = { pixels: Uint8Array.from({ length: 105 }, (_, i) => (37 * i) % 256), height: 5, width: 7, channels: 3 };

function floats(source: ByteImage, size: readonly [number, number]): Float32Array {
  const out = new Float32Array(size[0] * size[1] * source.channels);
  resizeBilinear(source, size, out);
  return out;
}

describe('resizeImage', () => {
  it('interpolates between pixel centres', () => {
    const row = { pixels: Uint8Array.of(0, 100), height: 1, width: 2, channels: 1 };
    expect(Array.from(resizeImage(row, { size: [2, 4] }).pixels)).toEqual([0, 25, 75, 100, 0, 25, 75, 100]);
    expect(Array.from(resizeImage(row, { size: [1, 1] }).pixels)).toEqual([50]);
  });

  it('rounds half up', () => {
    const row = { pixels: Uint8Array.of(1, 2), height: 1, width: 2, channels: 1 };
    expect(Array.from(resizeImage(row, { size: [1, 1] }).pixels)).toEqual([2]);
  });

  it('gives the values of tf.image.resize before rounding', () => {
    // tf.image.resize(a, (4, 9), method='bilinear').numpy().reshape(-1)
    expect(floats(image, [4, 9])).toBeAllClose(
      [
        1.125, 38.125, 75.125, 75.12501, 112.12501, 149.125, 161.45833, 84.68056, 121.68056, 190.90277, 28.79168,
        65.79168, 78.125, 115.125, 152.125, 164.45831, 201.45831, 39.34724, 108.5694, 145.5694, 68.79169, 81.12502,
        118.12502, 155.12502, 155.125, 192.125, 229.125, 12.375, 49.375, 86.375, 86.37501, 123.37501, 160.375,
        172.70833, 95.93056, 132.93056, 202.15277, 40.04168, 77.04168, 89.375, 126.375, 163.375, 175.70831, 212.70831,
        50.59724, 119.8194, 156.8194, 80.04169, 92.37502, 129.37502, 166.37502, 166.375, 203.375, 240.375, 23.625,
        60.625, 97.625, 97.62501, 134.625, 171.625, 183.95833, 107.18056, 144.18056, 213.40277, 51.29168, 88.29168,
        100.625, 137.625, 174.625, 186.95831, 223.95831, 61.84724, 131.0694, 168.0694, 91.29169, 103.62502, 140.62502,
        177.62502, 177.625, 214.625, 251.625, 34.875, 71.875, 108.875, 108.87501, 145.875, 182.875, 95.65278, 118.43056,
        155.43056, 50.43057, 62.54168, 99.54168, 111.875, 148.875, 185.875, 198.20831, 60.98611, 73.09724, 142.3194,
        79.76391, 102.54169, 114.87502, 151.87502, 114.20831, 188.875, 225.875, 38.875,
      ],
      { atol: 1e-4, rtol: 0 },
    );
    // tf.image.resize(a, (11, 3), method='bilinear').numpy().reshape(-1)
    expect(floats(image, [11, 3])).toBeAllClose(
      [
        73.99999, 110.99999, 148.0, 77.0, 114.0, 151.0, 79.99997, 116.99997, 153.99997, 75.63635, 112.63635, 149.63637,
        78.63636, 115.63636, 152.63637, 81.63633, 118.63633, 155.63634, 79.72726, 116.72726, 153.72728, 82.72727,
        119.72727, 156.72728, 85.72724, 122.72724, 159.72725, 83.81818, 120.81818, 157.81818, 86.81818, 123.81818,
        160.81818, 89.81815, 126.81815, 163.81815, 87.90908, 124.90909, 161.90909, 90.90909, 127.90909, 164.90909,
        93.90906, 130.90906, 167.90906, 91.99999, 129.0, 166.0, 95.0, 132.0, 169.0, 97.99997, 134.99997, 171.99997,
        96.0909, 133.09091, 170.09091, 99.09091, 136.09091, 173.09091, 102.09088, 139.09088, 176.09088, 100.18181,
        137.18182, 174.18182, 103.18182, 140.18182, 177.18182, 106.18179, 143.18179, 180.18179, 104.27272, 141.27274,
        178.27274, 107.27273, 144.27274, 181.27274, 110.2727, 147.27271, 153.24242, 108.36363, 145.36363, 182.36363,
        111.36364, 148.36363, 185.36363, 114.36361, 151.3636, 118.54548, 109.99999, 147.0, 184.0, 113.0, 150.0, 187.0,
        115.99997, 152.99997, 104.66672,
      ],
      { atol: 1e-4, rtol: 0 },
    );
  });

  it('is within one level of cv2.resize, whose weights are fixed-point', () => {
    // cv2.resize(a, (9, 4), interpolation=cv2.INTER_LINEAR).reshape(-1)
    expect(resizeImage(image, { size: [4, 9] }).pixels).toBeAllClose(
      [
        1, 38, 75, 75, 112, 149, 161, 85, 121, 191, 29, 66, 78, 115, 152, 164, 201, 39, 108, 145, 69, 81, 118, 155, 155,
        192, 229, 12, 49, 86, 86, 123, 160, 173, 96, 133, 202, 40, 77, 89, 126, 163, 176, 213, 51, 120, 157, 80, 92,
        129, 166, 166, 203, 240, 24, 61, 98, 97, 134, 171, 184, 107, 144, 213, 51, 88, 101, 138, 175, 187, 224, 62, 131,
        168, 91, 104, 141, 178, 178, 215, 252, 35, 72, 109, 109, 146, 183, 95, 118, 155, 50, 62, 99, 112, 149, 186, 198,
        61, 73, 142, 80, 102, 115, 152, 114, 189, 226, 39,
      ],
      { atol: 1, rtol: 0 },
    );
    // cv2.resize(a, (3, 11), interpolation=cv2.INTER_LINEAR).reshape(-1)
    expect(resizeImage(image, { size: [11, 3] }).pixels).toBeAllClose(
      [
        74, 111, 148, 77, 114, 151, 80, 117, 154, 76, 113, 150, 79, 116, 153, 81, 119, 156, 80, 117, 154, 83, 120, 157,
        86, 123, 160, 84, 121, 158, 87, 124, 161, 90, 127, 164, 88, 125, 162, 91, 128, 165, 94, 131, 168, 92, 129, 166,
        95, 132, 169, 98, 135, 172, 96, 133, 170, 99, 136, 173, 102, 139, 176, 100, 137, 174, 103, 140, 177, 106, 143,
        180, 104, 141, 178, 107, 144, 181, 110, 147, 153, 108, 145, 182, 111, 148, 185, 114, 151, 118, 110, 147, 184,
        113, 150, 187, 116, 153, 105,
      ],
      { atol: 1, rtol: 0 },
    );
  });

  it('keeps a picture of the wanted size, in memory of its own', () => {
    const same = resizeImage(image, { size: [5, 7] });
    expect(same).toEqual(image);
    expect(same.pixels.buffer).not.toBe(image.pixels.buffer);
  });

  it('agrees with weights computed pixel by pixel', () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(side, side, side, side, fc.constantFrom(1, 3), (height, width, h, w, channels) => {
        const pixels = Uint8Array.from({ length: height * width * channels }, (_, i) => (i * 97 + 13) % 256);
        const source = { pixels, height, width, channels };
        expect(floats(source, [h, w])).toBeAllClose(naive(source, h, w), { atol: 1e-4 });
      }),
    );
  });

  it('never leaves the range of the picture', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), fc.nat(12), fc.nat(12), (pixels, h, w) => {
        const { pixels: out } = resizeImage({ pixels, height: 4, width: 3, channels: 1 }, { size: [h + 1, w + 1] });
        expect(Math.min(...out)).toBeGreaterThanOrEqual(Math.min(...pixels));
        expect(Math.max(...out)).toBeLessThanOrEqual(Math.max(...pixels));
      }),
    );
  });

  it('refuses bad sizes, methods and pixels', () => {
    for (const size of [[0, 4], [4], [2.5, 4], 'x', [4, Number.NaN]]) {
      expect(() => resizeImage(image, { size: size as [number, number] })).toThrow(ArgumentError);
    }
    expect(() => resizeImage(image, { size: [4, 4], method: 'cubic' as 'bilinear' })).toThrow("got 'cubic'");
    expect(() => resizeImage({ ...image, width: 8 }, { size: [4, 4] })).toThrow('5 x 8 x 3 samples, got 105');
  });
});

/** The definition, without separating or caching: four taps a sample. */
function naive({ pixels, height, width, channels }: ByteImage, h: number, w: number): number[] {
  const at = (y: number, x: number, c: number) =>
    pixels[(Math.min(y, height - 1) * width + Math.min(x, width - 1)) * channels + c] as number;
  const out: number[] = [];
  for (let i = 0; i < h * w * channels; i++) {
    const pixel = Math.floor(i / channels);
    const y = Math.min(Math.max(((Math.floor(pixel / w) + 0.5) * height) / h - 0.5, 0), height - 1);
    const x = Math.min(Math.max((((pixel % w) + 0.5) * width) / w - 0.5, 0), width - 1);
    const [y0, x0, c] = [Math.floor(y), Math.floor(x), i % channels];
    const [v, u] = [y - y0, x - x0];
    const top = at(y0, x0, c) * (1 - u) + at(y0, x0 + 1, c) * u;
    const bottom = at(y0 + 1, x0, c) * (1 - u) + at(y0 + 1, x0 + 1, c) * u;
    out.push(top * (1 - v) + bottom * v);
  }
  return out;
}
