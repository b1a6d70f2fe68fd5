import { describe, expect, it } from 'vitest';
import { formatValue } from './value-format.ts';

describe('formatValue', () => {
  it('writes numbers and per cent', () => {
    expect(formatValue(0.87, { format: 'percent' })).toBe('87.0%');
    expect(formatValue(0.875, { format: 'percent', digits: 2 })).toBe('88%');
    expect(formatValue(12)).toBe('12');
    expect(formatValue(0.12349)).toBe('0.123');
    expect(formatValue(-1.5)).toBe('−1.5');
    expect(formatValue(-0.0001)).toBe('0');
    expect(formatValue(Number.NaN)).toBe('–');
  });
});
