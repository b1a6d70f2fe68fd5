import { ArgumentError } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';

/** Options of `pca`. */
export interface PcaOptions {
  /** How many, in [1, min(rows, columns)]. Default 2, or 1 where there are no more. */
  readonly components?: number;
  /** Divides each score by the deviation of its component, so that all vary alike. Default false. */
  readonly whiten?: boolean;
  /**
   * `full` finds the whole spectrum exactly, `randomised` the first components only, to about six digits where the
   * spectrum falls. `auto`, the default, takes `randomised` for few components of a matrix that is large both ways.
   */
  readonly method?: 'auto' | 'full' | 'randomised';
  /** Seed of `randomised`. Default 0. */
  readonly seed?: number;
  /** Random vectors beyond the components, for `randomised`. Default 10. */
  readonly oversamples?: number;
  /** Of `randomised`. Default 7 for less than a tenth of the components, else 4. */
  readonly powerIterations?: number;
}

/** The options with their defaults, checked. */
export function checkPcaOptions({ rows, columns }: FloatMatrix, options: PcaOptions): Required<PcaOptions> {
  if (rows < 2) throw new ArgumentError('xs', `xs must hold at least two samples for their variance, got ${rows}`);
  const most = Math.min(rows, columns);
  const { components = Math.min(2, most), whiten = false, seed = 0, oversamples = 10 } = options;
  if (!Number.isInteger(components) || components < 1 || components > most) {
    const limits = `an integer in [1, ${most}] for ${rows} samples of ${columns} features`;
    throw new ArgumentError('components', `components must be ${limits}, got ${components}`);
  }
  const method = chooseMethod(options.method ?? 'auto', { rows, columns, components });
  const { powerIterations = components < 0.1 * most ? 7 : 4 } = options;
  checkCount('oversamples', oversamples);
  checkCount('powerIterations', powerIterations);
  if (method === 'full') refuseUnused(options);
  return { components, whiten, method, seed, oversamples, powerIterations };
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
}

/** The rule of scikit-learn 1.5 and later, but for its full decomposition of wide matrices, where ours is by Gram. */
function chooseMethod(
  method: NonNullable<PcaOptions['method']>,
  { rows, columns, components }: Size,
): 'full' | 'randomised' {
  if (method === 'full' || method === 'randomised') return method;
  if (method !== 'auto') {
    throw new ArgumentError('method', `method must be 'auto', 'full' or 'randomised', got ${String(method)}`);
  }
  const least = Math.min(rows, columns);
  const tall = columns <= 1000 && rows >= 10 * columns;
  return least <= 500 || tall || components >= 0.8 * least ? 'full' : 'randomised';
}

function checkCount(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 0) return;
  throw new ArgumentError(name, `${name} must be an integer of at least 0, got ${value}`);
}

function refuseUnused(options: PcaOptions): void {
  if (options.method !== 'full') return;
  for (const name of ['seed', 'oversamples', 'powerIterations'] as const) {
    if (options[name] === undefined) continue;
    throw new ArgumentError(name, `${name} has no effect with method 'full', got ${options[name]}; leave it out`);
  }
}
