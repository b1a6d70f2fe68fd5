import * as tf from '@tensorflow/tfjs-core';
import { activate } from '../activate.ts';
import type { BackendLoader } from './base.ts';

/** Plain JavaScript: runs everywhere, and is a hundred times slower than the others. */
export const cpuBackend: BackendLoader = {
  name: 'cpu',
  async check() {
    return { name: 'cpu', status: 'ready', detail: 'plain JavaScript, no SIMD: for checks, not for training' };
  },
  async start() {
    const { version_cpu } = await import('@tensorflow/tfjs-backend-cpu');
    await activate('cpu');
    const versions = { '@tensorflow/tfjs-core': tf.version_core, '@tensorflow/tfjs-backend-cpu': version_cpu };
    return { kernels: null, versions, dispose() {} };
  },
};
