import type { BackendLoader } from '../backends/base.ts';
import { cpuBackend } from '../backends/cpu.ts';
import { wasmBackend } from '../backends/wasm.ts';
import { webgpuBackend } from '../backends/webgpu.ts';
import { nodeOnlyBackend } from './node-only.ts';
import { browserWebgpu } from './webgpu-platform.ts';

/** Every backend, of which a page can run the last two, and webgpu where it has brought it along. */
export function browserLoaders(): readonly BackendLoader[] {
  return [
    nodeOnlyBackend('tensorflow-gpu'),
    webgpuBackend(browserWebgpu),
    nodeOnlyBackend('tensorflow'),
    wasmBackend(() => undefined),
    cpuBackend,
  ];
}
