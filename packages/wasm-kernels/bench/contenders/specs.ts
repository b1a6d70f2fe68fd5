import path from 'node:path';
import type { ContenderSpec } from '../../../../tools/src/bench/index.ts';
import type { Flavour } from './load-bench-tf.ts';

const here = import.meta.dirname;

/** A script of this folder, run as `npm run bench` runs its own. */
function node(script: string, args: readonly string[], flags: readonly string[] = []): ContenderSpec['command'] {
  const conditions = ['--conditions=@animals/source', '--import', 'tsx'];
  return [process.execPath, ...flags, ...conditions, path.join(here, script), ...args];
}

function tfjs(name: string, flavour: Flavour, extra: Partial<ContenderSpec> = {}): ContenderSpec {
  return { name, command: node('tfjs.ts', [flavour]), ...extra };
}

/** Relaxed SIMD came to V8 as a default after Node 20, where it is behind a flag. */
const relaxedFlags = Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];

/** Our kernels on plain SIMD: what every bar is measured by. */
export const ours = tfjs('ours', 'simd');

/** Our kernels on relaxed SIMD. */
export const oursRelaxed: ContenderSpec = { name: 'relaxed', command: node('tfjs.ts', ['relaxed'], relaxedFlags) };

/** The WASM backend as it comes, with a plain gradient of the filter, for it has none. */
export const stockWasm = tfjs('stock-wasm', 'stock');

/** Plain JavaScript: one step is enough. */
export const tfjsCpu = tfjs('tfjs-cpu', 'cpu', { once: true });

const quiet = { TF_CPP_MIN_LOG_LEVEL: '3', TF_ENABLE_ONEDNN_OPTS: '1' };

/** TensorFlow's library under TensorFlow.js, with one thread and with all. */
export const tfjsNode: readonly ContenderSpec[] = [
  tfjs('tfjs-node', 'tfjs-node', { env: quiet }),
  tfjs('tfjs-node-1', 'tfjs-node', { env: { ...quiet, TF_NUM_INTRAOP_THREADS: '1', TF_NUM_INTEROP_THREADS: '1' } }),
];

/** Our kernels in so many workers. */
export function workers(count: number): ContenderSpec {
  return { name: `workers-${count}`, command: node('workers.ts', [String(count)]) };
}

function python(name: string, library: 'TORCH' | 'TENSORFLOW', script: string, args: readonly string[]): ContenderSpec {
  const program = process.env[`ANIMALS_PYTHON_${library}`] || process.env.ANIMALS_PYTHON || 'python3';
  // OpenBLAS tuned for another machine would slow the peers down.
  const env = { ...quiet, OPENBLAS_CORETYPE: undefined, OPENBLAS_L2_SIZE: undefined };
  return { name, command: [program, path.join(here, '../python', script), ...args], env };
}

/** PyTorch with one thread. */
export const torch1 = python('torch-1', 'TORCH', 'torch_contender.py', ['1']);

/** PyTorch with as many threads as it likes. */
export const torchAll = python('torch-all', 'TORCH', 'torch_contender.py', ['all']);

/** PyTorch with one thread and the fused Adam that is not its default. */
export const torch1Fused = python('torch-1-fused-adam', 'TORCH', 'torch_contender.py', ['1', 'fused']);

/** Keras on TensorFlow with one thread. */
export const keras1 = python('keras-1', 'TENSORFLOW', 'keras_contender.py', ['1']);

/** Keras on TensorFlow with as many threads as it likes. */
export const kerasAll = python('keras-all', 'TENSORFLOW', 'keras_contender.py', ['all']);
