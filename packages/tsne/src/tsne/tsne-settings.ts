import { ArgumentError } from '@animals/core';
import { PRESETS, type Preset, type PresetName } from './presets.ts';
import type { TsneOptions } from './tsne-options.ts';

/** A stretch of iterations under one exaggeration. */
export interface Phase {
  readonly name: 'early' | 'main';
  /** The iteration after its last. */
  readonly end: number;
  readonly exaggeration: number;
  readonly momentum: number;
  readonly learningRate: number;
}

/** All that decides a descent besides affinities and where it starts; plain JSON. */
export interface TsneSettings {
  readonly dims: 2 | 3;
  readonly degreesOfFreedom: number;
  readonly theta: number;
  readonly preset: PresetName;
  readonly phases: readonly Phase[];
}

/**
 * The settings that options mean for so many samples.
 *
 * @throws ArgumentError if an option is out of range or has no effect.
 */
export function tsneSettings(samples: number, options: TsneOptions): TsneSettings {
  const { dims = 2, theta = 0.5, preset = 'standard' } = options;
  if (dims !== 2 && dims !== 3) throw new ArgumentError('dims', `dims must be 2 or 3, got ${String(dims)}`);
  if (!Object.hasOwn(PRESETS, preset)) {
    throw new ArgumentError(
      'preset',
      `preset must be one of ${Object.keys(PRESETS).join(', ')}, got ${String(preset)}`,
    );
  }
  const { degreesOfFreedom = preset === 'sklearn' ? dims - 1 : 1 } = options;
  checkNumber('theta', theta, { least: 0, most: 1 });
  checkNumber('degreesOfFreedom', degreesOfFreedom, { above: 0, most: 1000 });
  return { dims, degreesOfFreedom, theta, preset, phases: phasesOf(samples, options, PRESETS[preset]) };
}

function phasesOf(samples: number, options: TsneOptions, preset: Preset): Phase[] {
  const { iterations = preset.iterations, earlyExaggeration = preset.earlyExaggeration, exaggeration = 1 } = options;
  checkCount('iterations', iterations, 1);
  const { earlyIterations = Math.min(preset.earlyIterations, iterations) } = options;
  checkCount('earlyIterations', earlyIterations, 0);
  if (earlyIterations > iterations) {
    const rule = `at most iterations, ${iterations}, which counts them too`;
    throw new ArgumentError('earlyIterations', `earlyIterations must be ${rule}, got ${earlyIterations}`);
  }
  checkNumber('earlyExaggeration', earlyExaggeration, { least: 1, most: 1e6 });
  checkNumber('exaggeration', exaggeration, { least: 1, most: 1e6 });
  const rate = (own: number) => learningRate(samples, { own, earlyExaggeration }, options, preset);
  const [early, main] = preset.momentum;
  const phases: Phase[] = [
    {
      name: 'early',
      end: earlyIterations,
      exaggeration: earlyExaggeration,
      momentum: early,
      learningRate: rate(earlyExaggeration),
    },
    { name: 'main', end: iterations, exaggeration, momentum: main, learningRate: rate(exaggeration) },
  ];
  return phases.filter(({ end }, i) => end > (i === 0 ? 0 : earlyIterations));
}

function learningRate(
  samples: number,
  { own, earlyExaggeration }: { own: number; earlyExaggeration: number },
  { learningRate = 'auto' }: TsneOptions,
  { learningRate: { of, divisor, floor } }: Preset,
): number {
  if (learningRate === 'auto') {
    if (of === 'phase') return Math.max(samples, floor) / own / divisor;
    return Math.max(samples / earlyExaggeration / divisor, floor);
  }
  checkNumber('learningRate', learningRate, { above: 0, most: 1e9 });
  return learningRate;
}

/** What a number must be. */
export interface Range {
  readonly least?: number;
  readonly above?: number;
  readonly most: number;
}

/** @throws ArgumentError if a number is not in a range. */
export function checkNumber(name: string, value: number, { least, above, most }: Range): void {
  if (typeof value === 'number' && value <= most && (least === undefined ? value > (above as number) : value >= least))
    return;
  const low = least === undefined ? `(${above}` : `[${least}`;
  throw new ArgumentError(name, `${name} must be a number in ${low}, ${most}], got ${String(value)}`);
}

/** @throws ArgumentError if a count is no integer or too small. */
export function checkCount(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new ArgumentError(name, `${name} must be an integer of at least ${least}, got ${String(value)}`);
}
