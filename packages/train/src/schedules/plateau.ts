import type { EpochRecord } from '@animals/core';
import type { PlateauSchedule } from './schedule-spec.ts';

/** How a plateau schedule stands. */
export interface PlateauState {
  /** What is left of the optimizer's rate. */
  readonly factor: number;
  /** Best value so far; an infinity before the first. */
  readonly best: number;
  /** Epochs since it got better. */
  readonly wait: number;
  /** Epochs that are not counted yet. */
  readonly cooldown: number;
}

/** The state before the first epoch. */
export function startPlateau({ monitor }: Required<PlateauSchedule>): PlateauState {
  return { factor: 1, best: monitor.toLowerCase().endsWith('loss') ? Infinity : -Infinity, wait: 0, cooldown: 0 };
}

/**
 * Takes one more epoch into account; `rate` is the optimizer's own.
 *
 * @see keras.callbacks.ReduceLROnPlateau, whose order of events this is.
 */
export function advancePlateau(
  state: PlateauState,
  record: EpochRecord,
  { spec, rate }: { readonly spec: Required<PlateauSchedule>; readonly rate: number },
): PlateauState {
  const value = record[spec.monitor] as number;
  const cooldown = Math.max(0, state.cooldown - 1);
  const waited = state.cooldown > 0 ? 0 : state.wait;
  const falling = spec.monitor.toLowerCase().endsWith('loss');
  const improved = falling ? value < state.best - spec.minDelta : value > state.best + spec.minDelta;
  if (improved) return { ...state, best: value, wait: 0, cooldown };
  if (cooldown > 0) return { ...state, wait: waited, cooldown };
  const least = spec.minRate / rate;
  if (waited + 1 < spec.patience || state.factor <= least) return { ...state, wait: waited + 1, cooldown };
  return { ...state, factor: Math.max(state.factor * spec.factor, least), wait: 0, cooldown: spec.cooldown };
}
