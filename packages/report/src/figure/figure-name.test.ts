import { describe, expect, it } from 'vitest';
import { figureName } from './figure-name.ts';

describe('figureName', () => {
  it('makes a name of a title', () => {
    expect(figureName('Überfit? 5 folds, 30 epochs!')).toBe('uberfit-5-folds-30-epochs');
    expect(figureName('狐')).toBe('figure');
    expect(figureName('../../etc/passwd')).toBe('etc-passwd');
  });

  it('refuses a name that is more than a file name', () => {
    for (const name of ['', '../x', 'a/b', 'a\\b', '.hidden', 'A', 'x'.repeat(101)]) {
      expect(() => figureName('t', name), name).toThrow('name must be');
    }
  });
});
