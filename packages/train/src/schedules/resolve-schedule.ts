import { ArgumentError } from '@animals/core';
import type { PlateauSchedule, Schedule, ScheduleSpec } from './schedule-spec.ts';

const PLATEAU: Required<PlateauSchedule> = {
  ...{ name: 'plateau', monitor: 'valLoss', factor: 0.1, patience: 10 },
  ...{ minDelta: 1e-4, cooldown: 0, minRate: 0 },
};

/** A schedule whose arguments are checked. */
export interface ResolvedSchedule {
  readonly schedule: Schedule;
  /** The plateau in it, if there is one. */
  readonly plateau: Required<PlateauSchedule> | null;
  /** When the plateau begins to watch, in epochs. */
  readonly plateauFrom: number;
}

/** Checks a schedule. @throws ArgumentError if a number is out of range, or nothing gives what a plateau watches. */
export function resolveSchedule(schedule: Schedule, { validated }: { readonly validated: boolean }): ResolvedSchedule {
  if (typeof schedule === 'function') return { schedule, plateau: null, plateauFrom: 0 };
  checkSpec(schedule);
  const inner = schedule.name === 'warmUp' ? schedule.next : schedule;
  const plateau = inner?.name === 'plateau' ? { ...PLATEAU, ...inner } : null;
  if (plateau?.monitor.startsWith('val') && !validated) {
    throw new ArgumentError(
      'monitor',
      `monitor must be loss or accuracy without validation data, got ${plateau.monitor}; give a validation part`,
    );
  }
  return { schedule, plateau, plateauFrom: schedule.name === 'warmUp' ? schedule.epochs : 0 };
}

/** What each kind's numbers have to be. */
const CHECKS: { readonly [Name in ScheduleSpec['name']]: (spec: Extract<ScheduleSpec, { name: Name }>) => void } = {
  step: checkDecay,
  exponential: checkDecay,
  cosine: ({ epochs, floor = 0, restarts: { length = 2, height = 1 } = {} }) => {
    check('epochs', epochs, { above: 0 });
    check('floor', floor, { least: 0, most: 1 });
    check('length', length, { least: 1 });
    check('height', height, { above: 0, most: 1 });
  },
  plateau: (spec) => checkPlateau({ ...PLATEAU, ...spec }),
  warmUp: ({ epochs, from = 0, next }) => {
    check('epochs', epochs, { above: 0 });
    check('from', from, { least: 0, most: 1 });
    if (next) checkSpec(next);
  },
};

function checkSpec(spec: ScheduleSpec): void {
  if (Object.hasOwn(CHECKS, spec.name)) {
    (CHECKS[spec.name] as (spec: ScheduleSpec) => void)(spec);
    return;
  }
  throw new ArgumentError(
    'schedule',
    `schedule must be a function or one of ${Object.keys(CHECKS).join(', ')}, got ${JSON.stringify(spec.name)}`,
  );
}

function checkDecay({ every, factor }: { readonly every: number; readonly factor: number }): void {
  check('every', every, { above: 0 });
  check('factor', factor, { above: 0, most: 1 });
}

function checkPlateau({ factor, patience, minDelta, cooldown, minRate }: Required<PlateauSchedule>): void {
  check('factor', factor, { above: 0, below: 1 });
  check('minDelta', minDelta, { least: 0 });
  check('minRate', minRate, { least: 0 });
  for (const [name, value] of Object.entries({ patience, cooldown })) {
    if (Number.isInteger(value) && value >= 0) continue;
    throw new ArgumentError(name, `${name} must be an integer from 0, got ${value}`);
  }
}

interface Bounds {
  readonly above?: number;
  readonly least?: number;
  readonly most?: number;
  readonly below?: number;
}

function check(
  name: string,
  value: number,
  { above = -Infinity, least = -Infinity, most = Infinity, below = Infinity }: Bounds,
): void {
  if (Number.isFinite(value) && value > above && value >= least && value <= most && value < below) return;
  const rules = [
    above > -Infinity && `above ${above}`,
    least > -Infinity && `at least ${least}`,
    most < Infinity && `at most ${most}`,
    below < Infinity && `below ${below}`,
  ];
  throw new ArgumentError(name, `${name} must be finite and ${rules.filter(Boolean).join(' and ')}, got ${value}`);
}
