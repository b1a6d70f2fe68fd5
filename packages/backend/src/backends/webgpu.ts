import * as tf from '@tensorflow/tfjs-core';
import { activate } from '../activate.ts';
import { Unavailable } from '../unavailable.ts';
import type { BackendLoader } from './base.ts';

/** How a platform gets at WebGPU. */
export interface WebgpuPlatform {
  /** What the platform lacks, if anything. */
  problem(): { readonly reason: string; readonly remedy: string } | undefined;
  /** Puts `navigator.gpu` in place where the platform has none. */
  prepare(): Promise<void>;
  /** Loads tfjs-backend-webgpu, which registers itself, and tells its version. */
  load(): Promise<string>;
}

/** The GPU by WebGPU: in pages through the browser, in Node through the package `webgpu`. */
export function webgpuBackend(platform: WebgpuPlatform): BackendLoader {
  return {
    name: 'webgpu',
    async check() {
      const problem = platform.problem();
      if (problem) return { name: 'webgpu', status: 'missing', detail: problem.reason, remedy: problem.remedy };
      return { name: 'webgpu', status: 'ready', detail: 'installed; whether there is an adapter shows at the start' };
    },
    async start({ signal }) {
      const problem = platform.problem();
      if (problem) throw new Unavailable(problem.reason, problem.remedy);
      await platform.prepare();
      await requireAdapter();
      // The package looks for navigator.gpu while it is imported, so it comes after.
      const version = await platform.load();
      signal?.throwIfAborted();
      await activate('webgpu');
      const versions = { '@tensorflow/tfjs-core': tf.version_core, '@tensorflow/tfjs-backend-webgpu': version };
      return { kernels: null, versions, dispose() {} };
    },
  };
}

async function requireAdapter(): Promise<void> {
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<unknown> } };
  if (!gpu)
    throw new Unavailable('this browser has no WebGPU', 'use a browser with navigator.gpu, or the wasm backend');
  const adapter = await gpu.requestAdapter();
  if (adapter) return;
  throw new Unavailable('no WebGPU adapter was found', 'install a Vulkan, Metal or Direct3D 12 driver');
}
