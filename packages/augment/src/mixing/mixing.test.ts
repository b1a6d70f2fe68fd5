import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { countingImage } from '../testing/pictures.ts';
import { cutMix, sampleCutMix } from './cut-mix.ts';
import { oneHot } from './labelled-image.ts';
import { mixUp, sampleMixUp } from './mix-up.ts';

const flat = (value: number, label: number) => ({
  image: { pixels: new Uint8Array(4 * 5).fill(value), height: 4, width: 5, channels: 1 },
  label: oneHot(label, 2),
});

describe('mixUp', () => {
  it('adds pictures and labels by lambda', () => {
    const mixed = mixUp(flat(100, 0), flat(200, 1), { lambda: 0.75 });
    expect(mixed.image.pixels[0]).toBe(125);
    expect(mixed.label).toEqual([0.75, 0.25]);
  });

  it('draws lambda of a beta distribution', () => {
    const draws = (alpha: number) =>
      Array.from({ length: 2000 }, (_, id) => sampleMixUp({ seed: 0, id }, { alpha }).lambda);
    for (const alpha of [0.2, 1, 4]) {
      const values = draws(alpha);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      expect(mean).toBeCloseTo(0.5, 1);
      // variance of the beta distribution with both parameters alpha
      expect(variance / (1 / (4 * (2 * alpha + 1)))).toBeGreaterThan(0.9);
      expect(variance / (1 / (4 * (2 * alpha + 1)))).toBeLessThan(1.1);
    }
    expect(draws(1)).toEqual(draws(1));
  });

  it('refuses pictures and labels that do not fit', () => {
    const other = { image: countingImage(4, 5), label: [0, 1] };
    expect(() => mixUp(flat(0, 0), other, { lambda: 0.5 })).toThrow('resize one of them');
    expect(() => mixUp(flat(0, 0), { ...flat(0, 0), label: [1] }, { lambda: 0.5 })).toThrow(ArgumentError);
    expect(() => mixUp(flat(0, 0), flat(0, 0), { lambda: 1.5 })).toThrow(ArgumentError);
    expect(() => sampleMixUp({ seed: 0, id: 0 }, { alpha: 0 })).toThrow(ArgumentError);
  });
});

describe('cutMix', () => {
  it('pastes a rectangle and weighs the labels by its area', () => {
    const mixed = cutMix(flat(1, 0), flat(2, 1), { top: 1, left: 2, height: 2, width: 3 });
    expect([...mixed.image.pixels].map((value, i) => (value === 2 ? i : -1)).filter((i) => i >= 0)).toEqual([
      7, 8, 9, 12, 13, 14,
    ]);
    expect(mixed.label).toBeAllClose([0.7, 0.3]);
  });

  it('draws rectangles inside the picture whose labels follow what is seen', () => {
    let area = 0;
    for (let id = 0; id < 500; id++) {
      const parameters = sampleCutMix({ seed: 0, id }, { height: 4, width: 5 });
      const mixed = cutMix(flat(0, 0), flat(1, 1), parameters);
      const seen = mixed.image.pixels.reduce((a, b) => a + b, 0) / 20;
      expect(mixed.label[1]).toBeCloseTo(seen, 10);
      area += seen / 500;
    }
    expect(area).toBeGreaterThan(0.1);
    expect(area).toBeLessThan(0.5);
  });
});
