import { initWasm } from '@resvg/resvg-wasm';

type WasmSource = Parameters<typeof initWasm>[0];

let ready: Promise<void> | undefined;

/**
 * Starts the SVG renderer with its WebAssembly file (`@resvg/resvg-wasm/index_bg.wasm`): a URL, a response, bytes or a module.
 *
 * Needed once in a browser, before the first `renderScene`; later calls wait for the first. In Node it happens by itself.
 */
export function startRenderer(source: WasmSource): Promise<void> {
  ready ??= initWasm(source).catch((error: unknown) => {
    if (/already initialized/i.test(String(error))) return;
    ready = undefined;
    throw error;
  });
  return ready;
}

/** The running renderer's promise, or undefined before `startRenderer`. */
export function rendererStarted(): Promise<void> | undefined {
  return ready;
}
