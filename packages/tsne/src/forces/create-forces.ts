import { ArgumentError } from '@animals/core';
import { supportsSimd } from '../kernels/supports-simd.ts';
import type { ForceProblem, Forces } from './forces.ts';
import { plainForces } from './plain-forces.ts';
import { availableThreads, canShareMemory } from './threads.ts';
import { wasmForces } from './wasm-forces.ts';

/** `wasm` needs WebAssembly's vectors, `plain` is TypeScript; `auto` takes the first where it can. */
export type Kernels = 'auto' | 'wasm' | 'plain';

/** With what the forces are computed; none of it changes a result by more than rounding, and threads change no bit. */
export interface ForceOptions {
  /** Default `auto`. */
  readonly kernels?: Kernels;
  /** Threads, the calling one included; `auto` (default) takes more than one when an iteration is long enough. */
  readonly threads?: number | 'auto';
}

// Below this many points an iteration is over before the other threads are awake.
const WORTH_THREADS = { sparse: 2500, dense: 1000 };
const MOST_THREADS = 8;

/** Starts the engine that the options and this machine allow. */
export async function createForces(problem: ForceProblem, options: ForceOptions = {}): Promise<Forces> {
  const { kernels = 'auto', threads = 'auto' } = options;
  if (kernels === 'plain' || (kernels === 'auto' && !supportsSimd())) return plainForces(problem);
  if (!supportsSimd()) {
    throw new ArgumentError(
      'kernels',
      "kernels 'wasm' need WebAssembly with SIMD, which this engine lacks; leave it out",
    );
  }
  return wasmForces(problem, threads === 'auto' ? goodThreads(problem) : checkThreads(threads));
}

function goodThreads({ affinities: { rows, kind } }: ForceProblem): number {
  if (rows < WORTH_THREADS[kind] || !canShareMemory()) return 1;
  return Math.min(MOST_THREADS, availableThreads());
}

function checkThreads(threads: number): number {
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) {
    throw new ArgumentError('threads', `threads must be 'auto' or an integer in [1, 64], got ${threads}`);
  }
  return canShareMemory() ? threads : 1;
}
