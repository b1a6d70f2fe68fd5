import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../errors.ts';
import { describeRng } from '../testing/describe-rng.ts';
import { createRng } from './create-rng.ts';
import { restoreRng } from './restore-rng.ts';
import type { Rng, RngState } from './rng.ts';

const draws: readonly ((rng: Rng) => unknown)[] = [
  (rng) => rng.uint32(),
  (rng) => rng.uniform(),
  (rng) => rng.normal(),
  (rng) => rng.int(0, 1000),
  (rng) => [...rng.permutation(5)],
];

const throughJson = (state: RngState): RngState => JSON.parse(JSON.stringify(state));

describeRng('restoreRng', (seed) => restoreRng(throughJson(createRng(seed).state())));

describe('restoreRng', () => {
  it('goes on in the middle of a pair of normal numbers', () => {
    const rng = createRng(1);
    rng.normal();
    const copy = restoreRng(throughJson(rng.state()));
    expect([copy.normal(), copy.normal(), copy.uint32()]).toEqual([rng.normal(), rng.normal(), rng.uint32()]);
  });

  it('goes on from any place, through JSON, and leaves the original alone', () => {
    const kinds = fc.array(fc.nat(draws.length - 1), { maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(), kinds, kinds, (seed, before, after) => {
        const rng = createRng(seed).split('child');
        for (const kind of before) draws[kind]?.(rng);
        const copy = restoreRng(throughJson(rng.state()));
        const expected = after.map((kind) => draws[kind]?.(rng));
        expect(after.map((kind) => draws[kind]?.(copy))).toEqual(expected);
        expect(copy.state()).toEqual(rng.state());
        expect(copy.split('x').seed).toBe(rng.split('x').seed);
      }),
    );
  });

  it('counts blocks beyond 2^32', () => {
    const state: RngState = { seed: 1, key: [1, 0], counter: 2 ** 32 - 1, position: 3, normal: null };
    const rng = restoreRng(state);
    rng.uint32();
    expect(rng.state()).toMatchObject({ counter: 2 ** 32, position: 0 });
    expect(rng.uint32()).not.toBe(createRng(1).uint32());
  });

  it.each([
    ['nothing', null],
    ['a word beyond 32 bits', { key: [2 ** 32, 0] }],
    ['a short key', { key: [1] }],
    ['a negative counter', { counter: -1 }],
    ['a position outside the block', { position: 4 }],
    ['a normal number that is none', { normal: 'x' }],
    ['a missing normal number', { normal: undefined }],
  ])('refuses %s', (_, change) => {
    const state = change === null ? null : { ...createRng(1).state(), ...change };
    expect(() => restoreRng(state as RngState)).toThrow(ArgumentError);
  });
});
