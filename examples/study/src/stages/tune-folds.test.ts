import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImageSet } from '@animals/core';
import { assertNoLeak, stratifiedGroupKFold } from '@animals/cv';
import type { Job, SubmitOptions } from '@animals/run';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FineTuneFoldJob } from '../jobs/fine-tune-fold.ts';
import type { StageContext } from './stage.ts';
import { tuneFolds } from './tune-folds.ts';

let work: string;
beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), 'animals-tune-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const COUNT = 120;
const labels = Uint8Array.from({ length: COUNT }, (_, i) => Number(i % 3 === 0));
/** Sets of four drawings. */
const groups = Array.from(labels, (_, i) => `set ${i >> 2}`);
const ids = Array.from(labels, (_, i) => `${i}.png`);
const images: ImageSet = {
  ...{ pixels: new Uint8Array(COUNT * 3), count: COUNT, height: 1, width: 1, channels: 3 },
  ...{ labels, classes: ['no fox', 'fox'], ids, groups, sourceIds: ids },
};
const folds = [...stratifiedGroupKFold(labels, groups, { k: 3, shuffle: true, seed: 0 })];
const tuning = {
  ...{ unfrozen: 2, headEpochs: 3, headLearningRate: 1e-3, epochs: 4, learningRate: 1e-4 },
  ...{ patience: 2, batchSize: 8, validation: 0.25 },
};
const base = { name: 'VGG16', label: 'VGG16', hash: '', checkedBy: 'nothing', isFolded: false } as const;

/** Runs it with a worker that trains nothing, knows every answer but one, and keeps what it was told. */
async function told(kind: 'real' | 'toy') {
  const jobs: FineTuneFoldJob[] = [];
  const ticks: [number, number, string | undefined][] = [];
  const submit = async ({ input }: Job<unknown>, { onProgress }: SubmitOptions) => {
    const job = input as FineTuneFoldJob;
    jobs.push(job);
    onProgress?.({ stage: 'head', epoch: 1, loss: 1, accuracy: 1, valLoss: 0.25 });
    onProgress?.({ stage: 'base', epoch: 0, loss: 1, accuracy: 1, valLoss: 0.125 });
    const right = Array.from(job.test, (i) => labels[i] as number);
    return { probabilities: [1 - (right[0] as number), ...right.slice(1)] };
  };
  const context = {
    ...{ work, backend: 'wasm', signal: new AbortController().signal, source: { kind } },
    pool: { workers: 1, submit },
    journal: { remember: (_: string, compute: () => unknown) => compute() },
    progress: {
      task: (label: string, total: number) => (done: number, note?: string) => {
        expect(label).toBe('VGG16 at 1, fine-tuned');
        ticks.push([done, total, note]);
      },
    },
  } as unknown as StageContext;
  const accuracies = await tuneFolds({ name: 'x', base, images, folds, tuning }, context);
  return { accuracies, jobs, ticks };
}

describe('tuneFolds', () => {
  it('cuts what it stops by from the training part, the classes in proportion, and judges the test part', async () => {
    const { accuracies, jobs } = await told('real');
    expect(accuracies).toEqual(folds.map(({ test }) => 1 - 1 / test.length));
    for (const [i, { train, validation, test, seed }] of jobs.entries()) {
      expect(test).toEqual(folds[i]?.test);
      expect(seed).toBe(folds[i]?.seed);
      expect([...train, ...validation].sort((a, b) => a - b)).toEqual([...(folds[i]?.train ?? [])]);
      expect(validation).toHaveLength(20);
      expect(validation.filter((index) => labels[index] === 1).length).toBeCloseTo(20 / 3, -0.31);
    }
    expect(new Set(jobs.map(({ validation }) => validation.join())).size).toBe(3);
    expect((await told('real')).jobs).toEqual(jobs);
  });

  it('keeps sets of drawings together in that cut', async () => {
    for (const { train, validation } of (await told('toy')).jobs) {
      assertNoLeak({ index: 0, repeat: 0, seed: 0, train, test: validation }, { groups });
      expect(validation.length).toBeGreaterThan(10);
    }
  });

  it('counts the epochs of the network over all folds, with what is going on', async () => {
    const { ticks } = await told('real');
    expect(ticks.slice(0, 4)).toEqual([
      [0, 12, 'fold 1 of 3, head, epoch 2, validation loss 0.250'],
      [1, 12, 'fold 1 of 3, epoch 1, validation loss 0.125'],
      [4, 12, 'fold 1 of 3, done'],
      [4, 12, 'fold 2 of 3, head, epoch 2, validation loss 0.250'],
    ]);
    expect(ticks.at(-1)).toEqual([12, 12, 'fold 3 of 3, done']);
  });
});
