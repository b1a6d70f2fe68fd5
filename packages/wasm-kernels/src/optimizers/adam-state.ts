import type { Variable } from '@tensorflow/tfjs-core';
import { scalar, tidy } from '@tensorflow/tfjs-core';
import type { Slot } from './fused-update.ts';

/** What AdamOptimizer of TensorFlow.js 4.22 keeps, private in its types. */
export interface AdamState {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  accBeta1: Variable;
  accBeta2: Variable;
  accumulatedFirstMoment: Slot[];
  accumulatedSecondMoment: Slot[];
}

/** The value of a scalar variable. */
export function scalarOf(variable: { dataSync(): ArrayLike<number> }): number {
  return variable.dataSync()[0] ?? Number.NaN;
}

/**
 * beta to the power of the coming step, as a 32-bit beta has it. It follows from the number of steps alone, so that a run that
 * goes on from saved weights takes the same steps as one that did not stop.
 */
export function betaPower(beta: number, iterations: number): number {
  return Math.fround(beta) ** (iterations + 1);
}

/** Brings the stock optimizer's own power of beta up to date, for a step by the stock formulas. */
export function syncPower(power: Variable, beta: number, iterations: number): void {
  tidy(() => power.assign(scalar(betaPower(beta, iterations))));
}
