import type { JobFunction } from '@animals/run';
import { fineTuneFold } from './fine-tune-fold.ts';
import { trainFinal } from './train-final.ts';
import { trainFold } from './train-fold.ts';

/** What a worker process may be asked to do, by name. */
export const jobs: Readonly<Record<string, JobFunction>> = {
  'fine-tune-fold': fineTuneFold as JobFunction,
  'train-fold': trainFold as JobFunction,
  'train-final': trainFinal as JobFunction,
};
