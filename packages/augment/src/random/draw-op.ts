import type { Rng } from '@animals/core';
import type { Step } from '../steps/step.ts';
import type { MagnitudeOp } from './magnitude-ops.ts';

/** One of some operations at a strength, with a random sign where it has one. */
export function drawOp(ops: readonly MagnitudeOp[], rng: Rng, strength: () => number): readonly Step[] {
  const op = ops[rng.int(0, ops.length)]!;
  const magnitude = op.magnitude(strength());
  return op.steps(op.signed && rng.uniform() < 0.5 ? 0 - magnitude : magnitude);
}
