import type { Forces } from '../forces/forces.ts';
import type { Preset } from './presets.ts';

/** What a descent remembers of its steps, coordinate by coordinate. */
export interface Motion {
  readonly velocity: Float32Array;
  readonly gains: Float32Array;
}

/** The rules of one step. */
export interface StepRules extends Pick<Preset, 'gainTest' | 'gainFloor' | 'longestStep' | 'centred'> {
  readonly dims: number;
  readonly exaggeration: number;
  readonly momentum: number;
  readonly learningRate: number;
  /** Factor of the gradient. */
  readonly scale: number;
  /** Longest gradient of a point, or none. */
  readonly longestGradient?: number;
}

/** Lengths over all coordinates. */
export interface StepNorms {
  /** Of the gradient. */
  readonly gradient: number;
  /** Of the gradient times gains. */
  readonly gained: number;
}

const GROWTH = 0.2;
const DECAY = 0.8;
const LEAST_GAIN = 0.01;

/**
 * Moves all points along their forces: velocity = momentum * velocity - rate * gain * gradient.
 *
 * `z` is the divisor of the repulsion: one number, or one for each point.
 * @see Jacobs, "Increased rates of convergence through learning rate adaptation" (1988), for the gains.
 */
export function takeStep(forces: Forces, motion: Motion, z: number | Float32Array, rules: StepRules): StepNorms {
  const { dims, momentum, learningRate, longestStep, gainTest, gainFloor } = rules;
  const { velocity, gains } = motion;
  const gradient = new Float64Array(dims);
  let [squares, gainedSquares] = [0, 0];
  for (let at = 0, point = 0; at < velocity.length; at += dims, point++) {
    readGradient(forces, at, typeof z === 'number' ? z : z[point]!, rules, gradient);
    for (let d = 0; d < dims; d++) {
      const slope = gradient[d]!;
      const before = velocity[at + d]!;
      const apart = gainTest === 'product' ? before * slope < 0 : Math.sign(before) !== Math.sign(slope);
      const gain = changeGain(gains[at + d]!, apart, gainFloor);
      gains[at + d] = gain;
      velocity[at + d] = momentum * before - learningRate * gain * slope;
      squares += slope * slope;
      gainedSquares += (gain * slope) ** 2;
    }
    if (longestStep !== null) shorten(velocity, at, dims, longestStep);
    for (let d = 0; d < dims; d++) forces.positions[at + d] = forces.positions[at + d]! + velocity[at + d]!;
  }
  if (rules.centred) centre(forces.positions, dims);
  return { gradient: Math.sqrt(squares), gained: Math.sqrt(gainedSquares) };
}

function readGradient(forces: Forces, at: number, z: number, rules: StepRules, out: Float64Array): void {
  const { dims, exaggeration, scale, longestGradient } = rules;
  let square = 0;
  for (let d = 0; d < dims; d++) {
    const slope = scale * (exaggeration * forces.attraction[at + d]! - forces.repulsion[at + d]! / z);
    out[d] = slope;
    square += slope * slope;
  }
  if (longestGradient === undefined || square <= longestGradient ** 2) return;
  const factor = longestGradient / Math.sqrt(square);
  for (let d = 0; d < dims; d++) out[d] = out[d]! * factor;
}

function changeGain(gain: number, apart: boolean, floor: Preset['gainFloor']): number {
  if (apart) return gain + GROWTH;
  return floor === 'add' ? gain * DECAY + LEAST_GAIN : Math.max(gain * DECAY, LEAST_GAIN);
}

function shorten(velocity: Float32Array, at: number, dims: number, longest: number): void {
  let square = 0;
  for (let d = 0; d < dims; d++) square += velocity[at + d]! ** 2;
  if (square <= longest * longest) return;
  const factor = longest / Math.sqrt(square);
  for (let d = 0; d < dims; d++) velocity[at + d] = velocity[at + d]! * factor;
}

function centre(positions: Float32Array, dims: number): void {
  for (let d = 0; d < dims; d++) {
    let sum = 0;
    for (let at = d; at < positions.length; at += dims) sum += positions[at]!;
    const mean = sum / (positions.length / dims);
    for (let at = d; at < positions.length; at += dims) positions[at] = positions[at]! - mean;
  }
}
