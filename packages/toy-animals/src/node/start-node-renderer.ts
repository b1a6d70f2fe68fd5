import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { rendererStarted, startRenderer } from '../render/renderer.ts';

/** Starts the renderer with the WebAssembly file of the installed package, once. */
export async function startNodeRenderer(): Promise<void> {
  if (rendererStarted()) return rendererStarted();
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await startRenderer(await readFile(file));
}
