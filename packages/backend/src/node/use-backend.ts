import { createUseBackend, type UseBackend } from '../create-use-backend.ts';
import { nodeLoaders } from './loaders.ts';

/**
 * Starts the first backend of a list that works, with our training kernels where it is wasm.
 *
 * One name in `prefer` is a demand, more are a choice; what was passed over, and why, stands in the result.
 * @throws ArgumentError if a name is unknown, or no backend of the list can run here; the message says what to install.
 */
export const useBackend: UseBackend = (options) => createUseBackend(nodeLoaders())(options);
