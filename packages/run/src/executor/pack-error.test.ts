import { ArgumentError, DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { packError, unpackError } from './pack-error.ts';

const roundTrip = (thrown: unknown) => unpackError(structuredClone(packError(thrown)));

describe('packError', () => {
  it('keeps class, message, properties, stack and causes', () => {
    const error = new DataError('a.jpg', 'is empty', { cause: new ArgumentError('k', 'k must be 1') });
    const copy = roundTrip(error);
    expect(copy).toBeInstanceOf(DataError);
    expect(copy).toMatchObject({ message: 'a.jpg: is empty', path: 'a.jpg', reason: 'is empty', stack: error.stack });
    expect(ArgumentError.isInstance(copy.cause) && copy.cause.parameter).toBe('k');
  });

  it('takes whatever can be thrown', () => {
    expect(roundTrip('text').message).toBe('a value was thrown: text');
    expect(roundTrip(undefined).message).toBe('a value was thrown: undefined');
    expect(roundTrip(Object.create(null)).message).toBe('a value was thrown: object');
    expect(roundTrip(new DOMException('stop', 'AbortError'))).toMatchObject({ name: 'AbortError', message: 'stop' });
  });

  it('ends a circle of causes', () => {
    const error = new Error('round');
    error.cause = error;
    expect(roundTrip(error).message).toBe('round');
  });
});
