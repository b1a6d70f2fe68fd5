import { describe, expect, it } from 'vitest';
import { exifOrientation } from './exif-orientation.ts';

const little = (value: number) =>
  Uint8Array.of(73, 73, 42, 0, 8, 0, 0, 0, 1, 0, 18, 1, 3, 0, 1, 0, 0, 0, value, 0, 0, 0);
const big = (value: number) => Uint8Array.of(77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, value, 0, 0);

describe('exifOrientation', () => {
  it('reads both byte orders', () => {
    for (let value = 1; value <= 8; value++) {
      expect(exifOrientation(little(value))).toBe(value);
      expect(exifOrientation(big(value))).toBe(value);
    }
  });

  it('counts a damaged block and an unknown orientation as upright', () => {
    expect(exifOrientation(little(0))).toBe(1);
    expect(exifOrientation(little(9))).toBe(1);
    for (let length = 0; length < 22; length++) expect(exifOrientation(little(6).subarray(0, length))).toBe(1);
    const lost = little(6);
    lost.set([255, 255, 255, 255], 4);
    expect(exifOrientation(lost)).toBe(1);
  });
});
