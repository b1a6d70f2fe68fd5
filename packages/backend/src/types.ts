/** Names of the backends that this package knows, fastest first: the default order of preference. */
export const backendNames = ['tensorflow-gpu', 'webgpu', 'tensorflow', 'wasm', 'cpu'] as const;

/** A backend that this package knows. */
export type BackendName = (typeof backendNames)[number];

/** Which training kernels the wasm backend gets: the best build, none of ours, or one build by name. */
export type KernelChoice = 'auto' | 'stock' | 'simd' | 'relaxed';

/** A backend that was asked for and could not be used. */
export interface PassedOver {
  readonly name: BackendName;
  /** What is missing and what to do about it, in one or two clauses. */
  readonly reason: string;
}

/** The backend in use, and what it is made of. */
export interface Backend {
  readonly name: BackendName;
  /** Training kernels in use; null where the backend needs none. */
  readonly kernels: 'simd' | 'relaxed' | 'stock' | null;
  /** Version of each package that takes part. */
  readonly versions: Readonly<Record<string, string>>;
  /** Backends that stood before this one in the list, and why they were not taken. */
  readonly passedOver: readonly PassedOver[];
  /** Takes our kernels out again; tensors and the backend itself stay alive. */
  dispose(): void;
}

/** What `useBackend` can be told. */
export interface UseBackendOptions {
  /** Backends in order of preference. One name is a demand; a list is a choice. */
  readonly prefer?: readonly BackendName[];
  /** Training kernels of the wasm backend. */
  readonly kernels?: KernelChoice;
  /** Folder (ending in a slash) or file map of the `.wasm` files, for pages that serve them from elsewhere. */
  readonly wasmPaths?: string | Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** What `doctor` says of one backend. */
export interface BackendReport {
  readonly name: BackendName;
  readonly status: 'ready' | 'missing' | 'broken';
  /** What was found, or what is missing. */
  readonly detail: string;
  /** The command or change that helps; absent where nothing needs to be done. */
  readonly remedy?: string;
}
