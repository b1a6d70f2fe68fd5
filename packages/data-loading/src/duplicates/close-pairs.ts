import type { DifferenceHashes } from './difference-hashes.ts';

/** Two hashes, by position, and in how many bits they differ. */
export interface ClosePair {
  readonly a: number;
  readonly b: number;
  readonly distance: number;
}

/** Bands narrower than this hold too many hashes each to be worth looking up. */
const NARROWEST = 8;

/**
 * Finds every pair of hashes that differ in at most so many bits, sorted by position.
 *
 * Of `maxDistance + 1` bands of bits, two such hashes agree in one at least: only those that do are compared. That is exact,
 * and takes time near linear in the number of hashes while few are alike.
 */
export function closePairs(hashes: DifferenceHashes, maxDistance: number): ClosePair[] {
  const count = hashes.high.length;
  const pairs: ClosePair[] = [];
  const compare = (a: number, b: number) => {
    const distance = distanceOf(hashes, a, b);
    if (distance <= maxDistance) pairs.push({ a, b, distance });
  };
  const width = Math.floor(64 / (maxDistance + 1));
  if (width < NARROWEST) {
    for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) compare(a, b);
    return pairs;
  }
  for (let band = 0; band <= maxDistance; band++) {
    for (const members of byBand(hashes, band * width, width).values()) {
      for (const [i, a] of members.entries()) {
        for (const b of members.slice(i + 1)) if (isFirstBand(hashes, a, b, band, width)) compare(a, b);
      }
    }
  }
  return pairs.sort((one, other) => one.a - other.a || one.b - other.b);
}

function byBand(hashes: DifferenceHashes, from: number, width: number): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (let i = 0; i < hashes.high.length; i++) {
    const bits = bandOf(hashes, i, from, width);
    const others = members.get(bits);
    if (others) others.push(i);
    else members.set(bits, [i]);
  }
  return members;
}

/** A pair that agrees in several bands is met in the first of them only. */
function isFirstBand(hashes: DifferenceHashes, a: number, b: number, band: number, width: number): boolean {
  for (let earlier = 0; earlier < band; earlier++) {
    const from = earlier * width;
    if (bandOf(hashes, a, from, width) === bandOf(hashes, b, from, width)) return false;
  }
  return true;
}

/** Bits `from` to `from + width` of a hash, counted from the highest, as a number; of 64 the lowest 11 are lost to rounding. */
function bandOf({ high, low }: DifferenceHashes, i: number, from: number, width: number): number {
  const h = high[i] as number;
  const l = low[i] as number;
  if (width > 32) return h * 0x100000000 + l;
  const end = from + width;
  const upper = from < 32 ? bits(h, from, Math.min(end, 32)) : 0;
  const lower = end > 32 ? bits(l, Math.max(from, 32) - 32, end - 32) : 0;
  return upper * 2 ** Math.max(0, end - Math.max(from, 32)) + lower;
}

/** Bits `from` to `end` of 32, counted from the highest. */
function bits(word: number, from: number, end: number): number {
  return (word << from) >>> (32 - (end - from));
}

function distanceOf({ high, low }: DifferenceHashes, a: number, b: number): number {
  return popCount((high[a] as number) ^ (high[b] as number)) + popCount((low[a] as number) ^ (low[b] as number));
}

/** How many of 32 bits are set. */
function popCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
