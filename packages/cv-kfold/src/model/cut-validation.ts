import { ArgumentError, createRng, type Fold } from '@animals/core';
import type { Name } from '../split/encode.ts';
import { trainTestSplit } from '../train-test-split.ts';
import type { ValidationCut } from './model-task.ts';

/** The train part of a fold in two. */
export interface TrainParts {
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
}

/** Cuts validation samples from the train part of a fold; the fold's own seed decides which. */
export function cutValidation({ train, seed }: Fold, cut: ValidationCut | undefined): TrainParts {
  if (!cut) return { train, validation: new Uint32Array(0) };
  const { fraction, labels, groups, shuffle = true } = cut;
  const parts = trainTestSplit(train.length, {
    testSize: fraction,
    labels: pick(labels, train),
    groups: pick(groups, train),
    shuffle,
    ...(shuffle && { seed: createRng(seed).split('validation').seed }),
  });
  const samples = (part: Uint32Array) => part.map((i) => train[i] as number);
  return { train: samples(parts.train), validation: samples(parts.test) };
}

/** Refuses a cut that does not fit the samples. */
export function checkCut(cut: ValidationCut | undefined, n: number): void {
  if (!cut) return;
  const { fraction, labels, groups } = cut;
  if (!(fraction > 0 && fraction < 1)) {
    throw new ArgumentError('validation', `validation.fraction must be in (0, 1), got ${fraction}`);
  }
  for (const [name, list] of Object.entries({ labels, groups })) {
    if (list === undefined || list.length === n) continue;
    throw new ArgumentError(
      'validation',
      `validation.${name} must hold one for each of ${n} samples, got ${list.length}`,
    );
  }
}

function pick(list: ArrayLike<Name> | undefined, samples: Uint32Array): Name[] | undefined {
  return list && Array.from(samples, (sample) => list[sample] as Name);
}
