import { createDoctor } from '../create-doctor.ts';
import type { BackendReport } from '../types.ts';
import { nodeLoaders } from './loaders.ts';

/** Lists every backend, fastest first, with what is missing and the command that helps. Starts nothing. */
export function doctor(): Promise<readonly BackendReport[]> {
  return createDoctor(nodeLoaders())();
}
