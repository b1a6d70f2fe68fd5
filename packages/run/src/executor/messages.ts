import type { PackedError } from './pack-error.ts';

/** From the pool to a worker. `id` counts the worker's jobs. */
export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'abort'; readonly id: number };

/** From a worker to its pool. */
export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: PackedError };
