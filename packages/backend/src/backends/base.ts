import type { Backend, BackendName, BackendReport, UseBackendOptions } from '../types.ts';

/** What a backend is told when it is started. */
export type StartOptions = Required<Pick<UseBackendOptions, 'kernels'>> &
  Pick<UseBackendOptions, 'wasmPaths' | 'signal'>;

/** What a backend says of itself once it runs. */
export type StartedBackend = Omit<Backend, 'name' | 'passedOver'>;

/** One way to run TensorFlow.js. `useBackend` starts the first that can; `doctor` checks all. */
export interface BackendLoader {
  readonly name: BackendName;
  /** Says what the machine has of it, without loading or starting anything heavy. */
  check(): Promise<BackendReport>;
  /**
   * Makes it the current backend.
   * @throws Unavailable if this machine cannot run it.
   */
  start(options: StartOptions): Promise<StartedBackend>;
}
