import { describe, expect, it } from 'vitest';
import { shrink } from './shrink.ts';

describe('shrink', () => {
  it('takes means of the pixels covered', () => {
    const pixels = Uint8Array.from([0, 10, 20, 30, 100, 110, 120, 130]);
    expect(shrink({ pixels, width: 4, height: 2 }, 2)).toEqual({
      pixels: Uint8Array.from([55, 75]),
      width: 2,
      height: 1,
    });
  });

  it('keeps colours apart', () => {
    const pixels = Uint8Array.from([255, 0, 0, 255, 0, 0]);
    expect([...shrink({ pixels, width: 2, height: 1 }, 1).pixels]).toEqual([255, 0, 0]);
  });

  it('returns a small picture as it is', () => {
    const picture = { pixels: new Uint8Array(4), width: 2, height: 2 };
    expect(shrink(picture, 2)).toBe(picture);
  });

  it('refuses pixels that do not fit', () => {
    expect(() => shrink({ pixels: new Uint8Array(16), width: 2, height: 2 }, 1)).toThrow('alpha');
    expect(() => shrink({ pixels: new Uint8Array(0), width: 0, height: 2 }, 1)).toThrow('positive');
  });
});
