import { ArgumentError } from '@animals/core';
import type { PlateauState } from './plateau.ts';
import { scheduleFactor } from './schedule-factor.ts';
import type { Schedule } from './schedule-spec.ts';

/** Where in the training a rate is asked for. */
export interface RateContext {
  /** The optimizer's own. */
  readonly rate: number;
  readonly epoch: number;
  /** Batches since training began. */
  readonly step: number;
  /** In an epoch. */
  readonly batches: number;
  readonly plateau?: PlateauState | undefined;
}

/** The learning rate of one batch. @throws ArgumentError if a function gave no rate. */
export function rateAt(schedule: Schedule, { rate, epoch, step, batches, plateau }: RateContext): number {
  if (typeof schedule !== 'function') return rate * scheduleFactor(schedule, step / batches, plateau?.factor ?? 1);
  const given = schedule(epoch, step);
  if (Number.isFinite(given) && given >= 0) return given;
  throw new ArgumentError(
    'schedule',
    `schedule must give a finite rate from 0, got ${given} for epoch ${epoch}, step ${step}`,
  );
}
