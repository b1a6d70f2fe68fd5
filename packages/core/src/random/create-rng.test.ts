import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../errors.ts';
import { describeRng } from '../testing/describe-rng.ts';
import { many } from '../testing/moments.ts';
import { createRng } from './create-rng.ts';
import { philox4x32 } from './philox4x32.ts';
import type { Rng } from './rng.ts';

/** A few numbers of every kind. */
function sample(rng: Rng): number[] {
  return [rng.uint32(), rng.uint32(), rng.uniform(), rng.int(0, 10), rng.normal(), rng.normal(), ...rng.permutation(8)];
}

describeRng('createRng', createRng);

describe('createRng', () => {
  it('numbers the blocks of Philox from 0, under the seed as key', () => {
    const rng = createRng(2 ** 32 * 5 + 9);
    const blocks = [...philox4x32([0, 0, 0, 0], [9, 5]), ...philox4x32([1, 0, 0, 0], [9, 5])];
    expect(many(8, () => rng.uint32())).toEqual(blocks);
  });

  it('gives the numbers that it has always given', () => {
    expect(sample(createRng(7))).toEqual([
      4099963437, 3221879260, 0.11417736176891524, 7, 1.719000353521529, -0.46615595047284475, 4, 6, 7, 5, 2, 1, 0, 3,
    ]);
    const child = createRng(7).split('weights');
    expect([child.seed, child.uint32(), child.split(3).seed]).toEqual([1420754350, 2014000711, 2146950203]);
    expect([createRng(0).uint32(), createRng(Number.MAX_SAFE_INTEGER).uint32()]).toEqual([1713891541, 1386848353]);
  });

  it('gives the same numbers in a fresh process', () => {
    const script = `import { createRng } from ${JSON.stringify(new URL('create-rng.ts', import.meta.url).href)};
      const rng = createRng(11).split('fresh');
      console.log(JSON.stringify([rng.uint32(), rng.uniform(), rng.normal(), ...rng.permutation(5)]));`;
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
    const rng = createRng(11).split('fresh');
    expect(JSON.parse(String(output))).toEqual([rng.uint32(), rng.uniform(), rng.normal(), ...rng.permutation(5)]);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY, '1' as unknown as number])(
    'refuses seed %s',
    (seed) => {
      expect(() => createRng(seed)).toThrow(ArgumentError);
      expect(() => createRng(seed)).toThrow(/seed must be an integer in \[0, 2\^53\)/);
    },
  );
});
