import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from './measure-text.ts';
import { wrapText } from './wrap-text.ts';

describe('wrapText', () => {
  it('breaks at spaces', () => {
    expect(wrapText('the quick brown fox', { width: 70 })).toEqual(['the quick', 'brown fox']);
  });

  it('cuts what does not fit', () => {
    const lines = wrapText('Donaudampfschifffahrtsgesellschaft', { width: 80 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Donaudam.*…$/);
    expect(wrapText('a b c d e f', { width: 18, maxLines: 2 })[1]).toMatch(/…$/);
  });

  it('never exceeds width or lines', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, maxLines) => {
          const lines = wrapText(text, { width, maxLines });
          expect(lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of lines) expect(measureText(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
