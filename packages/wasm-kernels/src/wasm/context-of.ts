import type { Variant } from './compile-kernels.ts';
import type { WasmBackend } from './wasm-backend.ts';
import { instantiate, type WasmContext } from './wasm-context.ts';

interface Active {
  readonly variant: Variant;
  readonly module: WebAssembly.Module;
  readonly contexts: WeakMap<object, WasmContext>;
}

let active: Active | undefined;

/** Makes a compiled build the one that runs; backends get their instance of it when they first need it. */
export function activate(variant: Variant, module: WebAssembly.Module): void {
  if (active?.module !== module) active = { variant, module, contexts: new WeakMap() };
}

/** The build that runs, if any. */
export function activeVariant(): Variant | undefined {
  return active?.variant;
}

/**
 * Our kernels in the memory of this backend. A backend that was created anew, as after a reset of the engine, gets a new
 * instance, at once: the module is compiled already.
 * @throws Error if the backend does not show its memory, or shares it with threads.
 */
export function contextOf(backend: object): WasmContext {
  if (!active) throw new Error('the WASM kernels are not installed; call await installWasmKernels()');
  let context = active.contexts.get(backend);
  if (!context) {
    context = instantiate(active.module, backend as WasmBackend);
    active.contexts.set(backend, context);
  }
  return context;
}
