import path from 'node:path';
import type { BackendLoader } from '../backends/base.ts';
import { cpuBackend } from '../backends/cpu.ts';
import { wasmBackend } from '../backends/wasm.ts';
import { webgpuBackend } from '../backends/webgpu.ts';
import { installedPackages, type OptionalPackages } from './optional-packages.ts';
import { tensorflowBackend } from './tensorflow.ts';
import { nodeWebgpu } from './webgpu-platform.ts';

/** Every backend that Node can run, fastest first. */
export function nodeLoaders(packages: OptionalPackages = installedPackages()): readonly BackendLoader[] {
  return [
    tensorflowBackend('tensorflow-gpu', packages),
    webgpuBackend(nodeWebgpu(packages)),
    tensorflowBackend('tensorflow', packages),
    wasmBackend(() => wasmFolder(packages)),
    cpuBackend,
  ];
}

/** A bundle no longer lies beside the `.wasm` files, so they are looked up as a package. */
function wasmFolder(packages: OptionalPackages): string | undefined {
  const home = packages.find('@tensorflow/tfjs-backend-wasm');
  return home === undefined ? undefined : `${path.join(home, 'dist')}${path.sep}`;
}
