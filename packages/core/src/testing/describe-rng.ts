import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../errors.ts';
import type { Rng } from '../random/rng.ts';
import { chiSquare, many, moments } from './moments.ts';

/** Makes a stream of random numbers from a seed. */
export type MakeRng = (seed: number) => Rng;

/** A few numbers of every kind. */
function sample(rng: Rng): number[] {
  return [rng.uint32(), rng.uint32(), rng.uniform(), rng.int(0, 10), rng.normal(), rng.normal(), ...rng.permutation(8)];
}

/**
 * The tests that every `Rng` has to pass: it is decided by its seed, its numbers are distributed as they should be, and its
 * children depend on their label only.
 */
export function describeRng(name: string, make: MakeRng): void {
  describe(`rng: ${name}`, () => {
    describeSeeds(make);
    describeBits(make);
    describeIntegers(make);
    describeNormals(make);
    describePermutations(make);
    describeChildren(make);
  });
}

function describeSeeds(make: MakeRng): void {
  it('gives the same numbers for the same seed', () => {
    expect(sample(make(3))).toEqual(sample(make(3)));
  });

  it('gives other numbers for every other seed, 0 included', () => {
    const seeds = [0, 1, 2, 2 ** 31, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
    expect(new Set(seeds.map((seed) => make(seed).uint32())).size).toBe(seeds.length);
    expect(make(0).seed).toBe(0);
  });

  it('tells where it stands as plain data that JSON keeps, and goes on from there', () => {
    const rng = make(4);
    rng.normal();
    const state = rng.state();
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    rng.uint32();
    expect(rng.state()).not.toEqual(state);
  });
}

function describeBits(make: MakeRng): void {
  it('fills all 32 bits evenly', () => {
    const rng = make(1);
    const words = many(40_000, () => rng.uint32());
    // 255 degrees of freedom: the mean is 255 and the sd 22.6, for a fair source.
    for (const shift of [0, 8, 16, 24]) {
      const statistic = chiSquare(
        words.map((word) => (word >>> shift) & 255),
        256,
      );
      expect(statistic).toBeGreaterThan(165);
      expect(statistic).toBeLessThan(345);
    }
  });

  it('has the moments of the uniform distribution', () => {
    const rng = make(2);
    const values = many(100_000, () => rng.uniform());
    const { mean, variance } = moments(values);
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    expect(
      chiSquare(
        values.map((u) => Math.floor(u * 100)),
        100,
      ),
    ).toBeLessThan(160);
  });

  it('uses 53 bits', () => {
    const rng = make(3);
    const odd = many(200, () => rng.uniform() * 2 ** 53).filter((value) => value % 2 === 1);
    expect(odd.length).toBeGreaterThan(60);
  });

  it('stays in [low, high), also where few numbers lie', () => {
    const rng = make(4);
    const high = 1 + Number.EPSILON;
    expect(many(50, () => rng.uniform(1, high)).every((value) => value === 1)).toBe(true);
    for (let i = 0; i < 200; i++) {
      const [at, width] = [rng.uniform(-1e6, 1e6), 10 ** rng.uniform(-3, 6)];
      const value = rng.uniform(at, at + width);
      expect(value >= at && value < at + width).toBe(true);
    }
  });

  it('of an empty range is its one end, and takes as many draws', () => {
    const [a, b] = [make(5), make(5)];
    expect(a.uniform(3, 3)).toBe(3);
    b.uniform();
    expect(a.uint32()).toBe(b.uint32());
  });

  it.each([
    [1, 0],
    [0, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
    [-Number.MAX_VALUE, Number.MAX_VALUE],
  ])('refuses low %f and high %f', (low, high) => {
    expect(() => make(0).uniform(low, high)).toThrow(/high must be finite/);
  });
}

function describeIntegers(make: MakeRng): void {
  it('takes every value of the range equally often', () => {
    const rng = make(6);
    // 2^32 is no multiple of 7; 6 degrees of freedom.
    expect(
      chiSquare(
        many(70_000, () => rng.int(-3, 4) + 3),
        7,
      ),
    ).toBeLessThan(22);
  });

  it('is not biased in a range of more than half of its source', () => {
    const rng = make(7);
    for (const range of [3 * 2 ** 30, 3 * 2 ** 51]) {
      const thirds = many(30_000, () => Math.floor((rng.int(0, range) / range) * 3));
      expect(chiSquare(thirds, 3)).toBeLessThan(14);
    }
  });

  it('reaches both ends of a range of 2^53 - 1 and of one number', () => {
    const rng = make(8);
    expect(rng.int(5, 6)).toBe(5);
    const values = many(2000, () => rng.int(0, Number.MAX_SAFE_INTEGER));
    expect(Math.min(...values)).toBeLessThan(2 ** 53 / 100);
    expect(Math.max(...values)).toBeGreaterThan((2 ** 53 / 100) * 99);
    expect(values.every(Number.isSafeInteger)).toBe(true);
  });

  it.each([
    [0, 0],
    [1, 0],
    [0, 1.5],
    [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('refuses low %f and high %f', (low, high) => {
    expect(() => make(0).int(low, high)).toThrow(ArgumentError);
  });
}

function describeNormals(make: MakeRng): void {
  it('has the moments of the normal distribution', () => {
    const rng = make(9);
    const { mean, variance, skew, kurtosis } = moments(many(200_000, () => rng.normal()));
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(Math.abs(variance - 1)).toBeLessThan(0.015);
    expect(Math.abs(skew)).toBeLessThan(0.03);
    expect(Math.abs(kurtosis - 3)).toBeLessThan(0.08);
  });

  it('gives pairs whose halves do not depend on each other', () => {
    const rng = make(10);
    const products = many(50_000, () => rng.normal() * rng.normal());
    expect(Math.abs(moments(products).mean)).toBeLessThan(0.02);
  });

  it('shifts and scales', () => {
    const [a, b] = [make(11), make(11)];
    expect(a.normal(10, 2)).toBe(10 + 2 * b.normal());
    expect(a.normal(3, 0)).toBe(3);
  });

  it('refuses a mean or an sd that is not finite, and a negative sd', () => {
    expect(() => make(0).normal(Number.NaN)).toThrow(/mean must be/);
    expect(() => make(0).normal(0, -1)).toThrow(/sd must be/);
    expect(() => make(0).normal(0, Number.POSITIVE_INFINITY)).toThrow(/sd must be/);
  });
}

function describePermutations(make: MakeRng): void {
  it('holds every index once', () => {
    for (let n = 0; n < 300; n++) {
      expect([...make(n).permutation(n).sort()]).toEqual(Array.from({ length: n }, (_, i) => i));
    }
  });

  it('takes all orders equally often', () => {
    const rng = make(12);
    const orders = ['012', '021', '102', '120', '201', '210'];
    const drawn = many(60_000, () => orders.indexOf(rng.permutation(3).join('')));
    expect(chiSquare(drawn, 6)).toBeLessThan(20);
  });

  it('refuses a length that is no integer from 0', () => {
    for (const n of [-1, 1.5, Number.NaN]) expect(() => make(0).permutation(n)).toThrow(/n must be/);
  });
}

function describeChildren(make: MakeRng): void {
  it('depends on the label only, not on what was drawn', () => {
    const [fresh, used] = [make(13), make(13)];
    for (let i = 0; i < 7; i++) used.normal();
    expect(sample(used.split('a'))).toEqual(sample(fresh.split('a')));
  });

  it('leaves the parent where it was', () => {
    const [a, b] = [make(14), make(14)];
    a.split('child').uint32();
    expect(a.uint32()).toBe(b.uint32());
  });

  it('gives every label, path and parent its own child', () => {
    const root = make(15);
    const labels = ['', 'a', 'b', 'ab', 'ba', '\0', 'a\0', 'ab'.repeat(4), 'ab'.repeat(5), 'ä', 0, 1, -1, 0.5];
    const children = [
      ...labels.map((label) => root.split(label)),
      root.split('a').split('b'),
      root.split('b').split('a'),
      make(16).split('a'),
    ];
    expect(new Set(children.map((child) => child.uint32())).size).toBe(children.length);
    expect(new Set(children.map((child) => child.seed)).size).toBe(children.length);
  });

  it('names the same child by a number and its text', () => {
    expect(sample(make(17).split(1))).toEqual(sample(make(17).split('1')));
  });

  it('gives children that do not follow each other', () => {
    const root = make(18);
    const firsts = Array.from({ length: 20_000 }, (_, i) => root.split(i).uniform());
    expect(
      chiSquare(
        firsts.map((u) => Math.floor(u * 100)),
        100,
      ),
    ).toBeLessThan(160);
    const products = firsts.slice(1).map((u, i) => (u - 0.5) * ((firsts[i] as number) - 0.5) * 12);
    expect(Math.abs(moments(products).mean)).toBeLessThan(0.03);
  });

  it('gives seeds in [1, 2^31 - 1], spread over the range', () => {
    const root = make(19);
    const seeds = Array.from({ length: 5000 }, (_, i) => root.split(`seed ${i}`).seed);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 1 && seed <= 2 ** 31 - 1)).toBe(true);
    expect(
      chiSquare(
        seeds.map((seed) => Math.floor((seed / 2 ** 31) * 10)),
        10,
      ),
    ).toBeLessThan(30);
  });

  it('refuses a label that is neither text nor a finite number', () => {
    expect(() => make(0).split(Number.NaN)).toThrow(/label must be/);
    expect(() => make(0).split(undefined as unknown as string)).toThrow(ArgumentError);
  });
}
