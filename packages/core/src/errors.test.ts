import { describe, expect, it } from 'vitest';
import { ArgumentError, DataError, LeakError } from './errors.ts';

describe('errors', () => {
  it('carry what the caller needs to act', () => {
    const argument = new ArgumentError('k', 'k must be an integer >= 2, got 1');
    expect(argument).toBeInstanceOf(RangeError);
    expect(argument.parameter).toBe('k');
    const data = new DataError('fox/1.jpg', 'is empty (0 bytes)');
    expect(data.message).toBe('fox/1.jpg: is empty (0 bytes)');
  });

  it('are told apart by a mark that another copy of the package shares', () => {
    const foreign = Object.defineProperty(new Error('x'), Symbol.for('@animals/error/LeakError'), { value: true });
    expect(LeakError.isInstance(foreign)).toBe(true);
    expect(ArgumentError.isInstance(foreign)).toBe(false);
    expect(DataError.isInstance(null)).toBe(false);
  });
});
