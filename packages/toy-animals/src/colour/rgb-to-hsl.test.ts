import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hslToRgb } from './hsl-to-rgb.ts';
import { rgbToHsl } from './rgb-to-hsl.ts';
import { toHex } from './to-hex.ts';

describe('rgbToHsl', () => {
  it('agrees with the colour wheel', () => {
    expect(rgbToHsl([255, 0, 0])).toEqual([0, 100, 50]);
    expect(rgbToHsl([0, 0, 255])).toEqual([240, 100, 50]);
    expect(rgbToHsl([128, 128, 128])[1]).toBe(0);
  });

  it('agrees with colorsys', () => {
    // colorsys.rgb_to_hls(232/255, 112/255, 42/255) -> (0.0614035, 0.5372549, 0.8050847)
    expect(rgbToHsl([232, 112, 42])).toBeAllClose([22.1052632, 80.5084746, 53.7254902], { rtol: 1e-6 });
  });

  it('is undone by hslToRgb for every colour', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), (rgb) => {
        expect(hslToRgb(rgbToHsl(rgb))).toBeAllClose(rgb, { atol: 1e-9 });
      }),
    );
  });

  it('turns the hue by whole circles without effect', () => {
    expect(toHex(hslToRgb([30 - 360, 60, 40]))).toBe(toHex(hslToRgb([30 + 720, 60, 40])));
  });
});
