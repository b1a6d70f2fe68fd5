import { ArgumentError } from '@animals/core';
import type { Affinities } from '../affinities/affinities.ts';
import type { TsneSettings } from './tsne-settings.ts';

/** Why a descent is over. */
export type Ending = 'iterations' | 'no progress' | 'flat';

/** Where a descent stands, of plain values and typed arrays, so that `structuredClone`, IndexedDB and `v8.serialize` take it. */
export interface TsneState {
  readonly version: 1;
  readonly settings: TsneSettings;
  /** How many iterations are done. */
  readonly iteration: number;
  /** Which of the settings' phases the next iteration belongs to. */
  readonly phase: number;
  readonly ended: Ending | null;
  /** The best divergence of the phase, and at which iteration it was found. */
  readonly best: { readonly kl: number; readonly iteration: number };
  readonly positions: Float32Array;
  readonly velocity: Float32Array;
  readonly gains: Float32Array;
  readonly affinities: Affinities;
}

/** @throws ArgumentError if a value is not a state of this version. */
export function checkState(state: TsneState): void {
  const { version, settings, affinities, positions, velocity, gains } = state ?? {};
  const size = affinities?.rows * settings?.dims;
  const whole = [positions, velocity, gains].every((array) => array instanceof Float32Array && array.length === size);
  if (version === 1 && whole && affinities.values instanceof Float32Array) return;
  throw new ArgumentError(
    'state',
    `state must be what state() of this version returned, got version ${String(version)}`,
  );
}

/** A copy that shares no memory with the descent. */
export function copyAffinities(affinities: Affinities): Affinities {
  const values = affinities.values.slice();
  if (affinities.kind === 'dense') return { ...affinities, values };
  return { ...affinities, values, columns: affinities.columns.slice(), rowStart: affinities.rowStart.slice() };
}
