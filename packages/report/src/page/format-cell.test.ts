import { describe, expect, it } from 'vitest';
import { formatCell } from './format-cell.ts';

describe('formatCell', () => {
  it('prints every kind of value', () => {
    expect(formatCell(null)).toBe('–');
    expect(formatCell(true)).toBe('yes');
    expect(formatCell(0.5, { format: 'percent' })).toBe('50.0%');
    expect(formatCell('<b>')).toBe('&lt;b&gt;');
    expect(formatCell({ value: 0.87, low: 0.82, high: 0.91 }, { format: 'percent', digits: 2 })).toBe(
      '87% <span class="interval">82% to 91%</span>',
    );
  });
});
