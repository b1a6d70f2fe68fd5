import path from 'node:path';
import type { ContenderSpec } from '../../../../tools/src/bench/index.ts';
import type { SamplesFile } from './samples-file.ts';

/** What contenders are told of a work. */
export interface CompanionArgs extends SamplesFile {
  /** Principal components. */
  readonly components?: number;
  /** Neighbours. */
  readonly k?: number;
}

const here = import.meta.dirname;

function node(name: string, file: string): ContenderSpec {
  return {
    name,
    command: [process.execPath, '--conditions=@animals/source', '--import', 'tsx', path.join(here, file), name],
  };
}

/** This package. */
export const ours = node('ours', 'ours.ts');

/** NN-descent of this package, where `ours` compares all pairs. */
export const oursDescent = node('ours-descent', 'ours.ts');

/** umap-js of Google PAIR. */
export const umapJs = node('umap-js', 'peers.ts');

/** @saehrimnir/druidjs. */
export const druid = node('druidjs', 'peers.ts');

const ONE_THREAD = {
  OMP_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  NUMBA_NUM_THREADS: '1',
  OPENBLAS_CORETYPE: undefined,
  OPENBLAS_L2_SIZE: undefined,
};

function python(name: string, library: 'SKLEARN' | 'UMAP'): ContenderSpec {
  const program = process.env[`ANIMALS_PYTHON_${library}`] || process.env.ANIMALS_PYTHON || 'python3';
  return { name, command: [program, path.join(here, 'companions.py'), name], env: ONE_THREAD };
}

/** scikit-learn, one thread. */
export const sklearn = python('sklearn-1', 'SKLEARN');

/** umap-learn, one thread; `ANIMALS_PYTHON_UMAP` names a Python that has it. */
export const umapLearn = python('umap-learn-1', 'UMAP');

/** pynndescent, which umap-learn uses, one thread. */
export const pynndescent = python('pynndescent-1', 'UMAP');
