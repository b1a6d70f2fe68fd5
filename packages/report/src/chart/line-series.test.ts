import { describe, expect, it } from 'vitest';
import { meanLine, toLine } from './line-series.ts';

describe('toLine', () => {
  it('counts values from 1 and breaks the line at what is not finite', () => {
    const { points } = toLine({ name: 'a', values: [5, Number.NaN, null, 7] });
    expect(points).toEqual([
      { x: 1, y: 5 },
      { x: 2, y: null },
      { x: 3, y: null },
      { x: 4, y: 7 },
    ]);
  });

  it('refuses both or neither of values and points, and an x that is not finite', () => {
    expect(() => toLine({ name: 'a' })).toThrow('neither');
    expect(() => toLine({ name: 'a', values: [], points: [] })).toThrow('both');
    expect(() => toLine({ name: 'a', points: [{ x: Number.NaN, y: 1 }] })).toThrow('finite x');
  });
});

describe('meanLine', () => {
  it('is the mean where every line has a value', () => {
    const lines = [toLine({ name: 'a', values: [1, 2, 3] }), toLine({ name: 'b', values: [3, 6] })];
    expect(meanLine(lines)).toEqual([
      { x: 1, y: 2 },
      { x: 2, y: 4 },
    ]);
  });
});
