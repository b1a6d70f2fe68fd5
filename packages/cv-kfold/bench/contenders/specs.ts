import path from 'node:path';
import type { ContenderSpec } from '../../../../tools/src/bench/index.ts';

const here = import.meta.dirname;

function program(name: string, file: string): ContenderSpec {
  const flags = ['--conditions=@animals/source', '--import', 'tsx'];
  return { name, command: [process.execPath, ...flags, path.join(here, file)] };
}

/** This package. */
export const ours = program('ours', 'ours.ts');

/** `getFolds` of the npm package of that name: a shuffled k-fold, without a seed. */
export const mlCrossValidation = program('ml-cross-validation', 'run-ml-cross-validation.ts');

const python = process.env.ANIMALS_PYTHON || 'python3';

/** The splitters of scikit-learn that have these names. */
export const scikitLearn: ContenderSpec = {
  name: 'scikit-learn',
  command: [python, path.join(here, '../python/contender.py')],
  env: { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', OPENBLAS_CORETYPE: undefined, OPENBLAS_L2_SIZE: undefined },
};
