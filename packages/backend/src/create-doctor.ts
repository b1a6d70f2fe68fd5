import type { BackendLoader } from './backends/base.ts';
import type { BackendReport } from './types.ts';

/** Makes the `doctor` of a platform: one report for each backend, fastest first; nothing is started. */
export function createDoctor(loaders: readonly BackendLoader[]): () => Promise<readonly BackendReport[]> {
  return () => Promise.all(loaders.map((loader) => loader.check()));
}
