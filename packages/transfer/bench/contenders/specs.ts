import path from 'node:path';
import type { ContenderSpec } from '../../../../tools/src/bench/index.ts';

const here = import.meta.dirname;

function tfjs(name: string, flavour: string): ContenderSpec {
  const conditions = ['--conditions=@animals/source', '--import', 'tsx'];
  return { name, command: [process.execPath, ...conditions, path.join(here, 'tfjs.ts'), flavour] };
}

/** Folded, on the kernels of @animals/wasm-kernels. */
export const ours = tfjs('ours', 'folded');

/** Not folded, on the same kernels. */
export const plain = tfjs('not-folded', 'plain');

/** Folded, in onnxruntime-node of one thread. */
export const onnx1 = tfjs('onnxruntime-1', 'onnx');

/** Not folded, on the WASM backend as it comes. */
export const stockWasm = tfjs('stock-wasm', 'stock');

function python(name: string, library: 'TORCH' | 'TENSORFLOW', threads: '1' | 'all'): ContenderSpec {
  const program = process.env[`ANIMALS_PYTHON_${library}`] || process.env.ANIMALS_PYTHON || 'python3';
  const script = path.join(here, '../python', library === 'TORCH' ? 'torch_contender.py' : 'keras_contender.py');
  // OpenBLAS tuned for another machine would slow the peers down.
  const env = {
    TF_CPP_MIN_LOG_LEVEL: '3',
    CUDA_VISIBLE_DEVICES: '',
    OPENBLAS_CORETYPE: undefined,
    OPENBLAS_L2_SIZE: undefined,
  };
  return { name, command: [program, script, threads], env };
}

/** torchvision and timm, one thread. */
export const torch1 = python('torch-1', 'TORCH', '1');

/** The same with as many threads as they like. */
export const torchAll = python('torch-all', 'TORCH', 'all');

/** keras.applications on TensorFlow, one thread. */
export const keras1 = python('keras-1', 'TENSORFLOW', '1');

/** The same with as many threads as it likes. */
export const kerasAll = python('keras-all', 'TENSORFLOW', 'all');
