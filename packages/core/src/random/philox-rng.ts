import { ArgumentError } from '../errors.ts';
import { childKey } from './child-key.ts';
import { encryptBlock } from './philox4x32.ts';
import type { Rng, RngState } from './rng.ts';

const TWO_32 = 2 ** 32;
const TWO_53 = 2 ** 53;

/** The one implementation of `Rng`: blocks of Philox4x32-10, four words each, numbered from 0. */
export class PhiloxRng implements Rng {
  readonly seed: number;
  readonly #key: readonly [number, number];
  readonly #block = new Uint32Array(4);
  #counter: number;
  #position: number;
  #normal: number | null;

  constructor({ seed, key, counter, position, normal }: RngState) {
    this.seed = seed;
    this.#key = [key[0], key[1]];
    this.#counter = counter;
    this.#position = position;
    this.#normal = normal;
    if (position > 0) this.#fill();
  }

  split(label: string | number): Rng {
    if (typeof label !== 'string' && !Number.isFinite(label)) {
      throw new ArgumentError('label', `label must be a string or a finite number, got ${String(label)}`);
    }
    const [key0, key1, word] = childKey(this.#key, String(label)) as unknown as [number, number, number];
    const seed = 1 + (word % (2 ** 31 - 1));
    return new PhiloxRng({ seed, key: [key0, key1], counter: 0, position: 0, normal: null });
  }

  uint32(): number {
    if (this.#position === 0) this.#fill();
    const word = this.#block[this.#position] as number;
    this.#position = (this.#position + 1) & 3;
    if (this.#position === 0) this.#counter++;
    return word;
  }

  uniform(low = 0, high = 1): number {
    const width = high - low;
    if (!(width >= 0) || !Number.isFinite(width)) {
      throw new ArgumentError('high', `high must be finite and at least low, got low ${low} and high ${high}`);
    }
    for (;;) {
      const value = low + (width * this.#uint53()) / TWO_53;
      // Rounding can reach `high` in a range of few representable numbers.
      if (value < high || width === 0) return value;
    }
  }

  int(low: number, high: number): number {
    const range = high - low;
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || range < 1 || !Number.isSafeInteger(range)) {
      throw new ArgumentError(
        'high',
        `low and high must be integers with low < high, less than 2^53 apart, got ${low} and ${high}`,
      );
    }
    if (range <= TWO_32) return low + this.#below(range);
    const limit = TWO_53 - (TWO_53 % range);
    for (;;) {
      const value = this.#uint53();
      if (value < limit) return low + (value % range);
    }
  }

  normal(mean = 0, sd = 1): number {
    if (!Number.isFinite(mean)) throw new ArgumentError('mean', `mean must be finite, got ${mean}`);
    if (!(sd >= 0) || !Number.isFinite(sd)) {
      throw new ArgumentError('sd', `sd must be finite and at least 0, got ${sd}`);
    }
    return mean + sd * this.#standardNormal();
  }

  permutation(n: number): Uint32Array {
    if (!Number.isSafeInteger(n) || n < 0 || n > TWO_32) {
      throw new ArgumentError('n', `n must be an integer in [0, 2^32], got ${n}`);
    }
    const order = new Uint32Array(n);
    for (let i = 0; i < n; i++) {
      const j = this.#below(i + 1);
      order[i] = order[j] as number;
      order[j] = i;
    }
    return order;
  }

  state(): RngState {
    const key = [this.#key[0], this.#key[1]] as const;
    return { seed: this.seed, key, counter: this.#counter, position: this.#position, normal: this.#normal };
  }

  #standardNormal(): number {
    const second = this.#normal;
    if (second !== null) {
      this.#normal = null;
      return second;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.#normal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** An integer in [0, range), range at most 2^32: quotients of such integers round to the right side, and `%` is slow. */
  #below(range: number): number {
    const limit = Math.floor(TWO_32 / range) * range;
    for (;;) {
      const value = this.uint32();
      if (value < limit) return value - Math.floor(value / range) * range;
    }
  }

  #uint53(): number {
    const high = this.uint32() >>> 5;
    return high * 2 ** 26 + (this.uint32() >>> 6);
  }

  #fill(): void {
    this.#block[0] = this.#counter % TWO_32;
    this.#block[1] = Math.floor(this.#counter / TWO_32);
    this.#block[2] = 0;
    this.#block[3] = 0;
    encryptBlock(this.#block, this.#key[0], this.#key[1]);
  }
}
