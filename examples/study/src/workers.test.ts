import { describe, expect, it } from 'vitest';
import { workerCount } from './workers.ts';

const MANY = { folds: 5, parameters: 1e6, cores: 16, memory: 64 * 2 ** 30 };

describe('workerCount', () => {
  it('starts no more workers than there are folds', () => {
    expect(workerCount(MANY)).toBe(5);
    expect(workerCount({ ...MANY, requested: 9 })).toBe(5);
  });

  it('stays within cores and memory when nobody asked otherwise', () => {
    expect(workerCount({ ...MANY, cores: 2 })).toBe(2);
    expect(workerCount({ ...MANY, memory: 2 ** 30 })).toBe(2);
    expect(workerCount({ ...MANY, memory: 1 })).toBe(1);
  });

  it('leaves room for the fine-tuning of a large network', () => {
    expect(workerCount({ ...MANY, memory: 8 * 2 ** 30 })).toBe(5);
    expect(workerCount({ ...MANY, memory: 8 * 2 ** 30, fineTunes: true })).toBe(2);
  });

  it('does as it is told', () => {
    expect(workerCount({ ...MANY, cores: 2, requested: 3 })).toBe(3);
  });
});
