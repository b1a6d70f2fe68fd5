import { describe, expect, it } from 'vitest';
import { parseBenchArguments } from './parse-bench-arguments.ts';

const known = ['kernels', 'train-step'];

describe('parseBenchArguments', () => {
  it('takes a name, and nine rounds unless told', () => {
    expect(parseBenchArguments(['kernels'], known)).toEqual({ name: 'kernels', rounds: 9 });
    expect(parseBenchArguments(['--rounds', '3', 'kernels'], known)).toEqual({ name: 'kernels', rounds: 3 });
  });

  it('says what is wrong and lists the names', () => {
    const wrong: [string[], string][] = [
      [[], 'no bench was named'],
      [['gemm'], 'unknown bench gemm'],
      [['kernels', 'train-step'], 'one bench at a time'],
      [['kernels', '--rounds', 'few'], '--rounds must be an integer >= 1, got few'],
      [['kernels', '--rounds'], '--rounds must be an integer >= 1, got nothing'],
      [['--fast'], 'unknown option --fast'],
    ];
    for (const [args, message] of wrong) {
      const answer = parseBenchArguments(args, known);
      expect(answer).toContain(message);
      expect(answer).toContain('names: kernels, train-step');
    }
  });
});
