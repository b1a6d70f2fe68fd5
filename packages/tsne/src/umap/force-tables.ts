import type { Curve } from './fit-curve.ts';

/** How strongly points pull and push by their squared distance, at floats that are a 256th of an octave apart. */
export interface ForceTables {
  readonly attraction: Float64Array;
  readonly repulsion: Float64Array;
}

/** Bits of 2^-24, the least squared distance told apart. */
export const FIRST_BITS = 103 << 23;
/** Bits between two entries. */
export const STEP_BITS = 15;
const OCTAVES = 44;
const ENTRIES = (OCTAVES << (23 - STEP_BITS)) + 1;

/**
 * Tabulates the gradients of the cross-entropy between the fuzzy graph and the curve of the embedding.
 *
 * Interpolated between entries they are off by less than a 100,000th: no power needs to be taken while points move.
 */
export function forceTables({ a, b }: Curve, repulsionStrength: number): ForceTables {
  const square = new Float32Array(1);
  const bits = new Int32Array(square.buffer);
  const table = (force: (square: number) => number) =>
    Float64Array.from({ length: ENTRIES }, (_, entry) => {
      bits[0] = FIRST_BITS + (entry << STEP_BITS);
      return force(square[0] as number);
    });
  return {
    attraction: table((d2) => (-2 * a * b * d2 ** (b - 1)) / (1 + a * d2 ** b)),
    repulsion: table((d2) => (2 * repulsionStrength * b) / ((0.001 + d2) * (1 + a * d2 ** b))),
  };
}
