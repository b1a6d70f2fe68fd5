import path from 'node:path';
import type { ContenderSpec } from '../../../../tools/src/bench/index.ts';

const here = import.meta.dirname;

/** This package. */
export const ours: ContenderSpec = {
  name: 'ours',
  command: [process.execPath, '--conditions=@animals/source', '--import', 'tsx', path.join(here, 'ours.ts')],
};

const ONE_THREAD = { OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
const QUIET = { TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '' };

function python(name: string, library: 'TORCH' | 'TENSORFLOW', peer: string): ContenderSpec {
  const program = process.env[`ANIMALS_PYTHON_${library}`] || process.env.ANIMALS_PYTHON || 'python3';
  const env = { ...ONE_THREAD, ...QUIET, OPENBLAS_CORETYPE: undefined, OPENBLAS_L2_SIZE: undefined };
  return { name, command: [program, path.join(here, '../python/contender.py'), peer], env };
}

/** scipy.ndimage.affine_transform once a channel, as ImageDataGenerator does it. */
export const scipy = python('scipy', 'TENSORFLOW', 'scipy');

/** ImageDataGenerator itself. */
export const kerasLegacy = python('keras-legacy', 'TENSORFLOW', 'keras-legacy');

/** RandomRotation, RandomZoom and RandomFlip of Keras 3, on a batch, one thread. */
export const kerasLayers = python('keras-layers-1', 'TENSORFLOW', 'keras-layers');

/** RandomAffine and RandomHorizontalFlip of torchvision, on a tensor, one thread. */
export const torchvision = python('torchvision-1', 'TORCH', 'torchvision');

/** The same on a Pillow picture. */
export const torchvisionPil = python('torchvision-pil', 'TORCH', 'torchvision-pil');
