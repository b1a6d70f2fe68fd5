import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from './compare-code-points.ts';

describe('compareCodePoints', () => {
  it('puts an emoji after the end of the basic plane', () => {
    expect(['\u{1f98a}', '\ufb01', 'a', 'B', ''].sort(compareCodePoints)).toEqual([
      '',
      'B',
      'a',
      '\ufb01',
      '\u{1f98a}',
    ]);
  });

  it('is the order of UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});
