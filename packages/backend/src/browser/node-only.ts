import type { BackendLoader } from '../backends/base.ts';
import type { BackendName } from '../types.ts';
import { Unavailable } from '../unavailable.ts';

/** Stands in a page for a backend that only Node can load. */
export function nodeOnlyBackend(name: BackendName): BackendLoader {
  const detail = 'is a native library, which pages cannot load';
  const remedy = 'use wasm or webgpu in the browser';
  return {
    name,
    check: async () => ({ name, status: 'missing', detail, remedy }),
    start: () => Promise.reject(new Unavailable(detail, remedy)),
  };
}
