import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { useBackend } from '@animals/backend';
import { createRng } from '@animals/core';
import { loadImages, scanFolder } from '@animals/data';
import { createInlinePool, createProcessPool, type Executor, readJournal } from '@animals/run';
import { encodePng } from '@animals/toy-animals';
import { createBase, writeSafetensors } from '@animals/transfer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formulaWeights } from '../../../packages/transfer/src/testing/formula.ts';
import { expectNoLeak } from '../../../tools/src/testing/index.ts';
import { findBases } from './bases.ts';
import { fineTuneFold } from './jobs/fine-tune-fold.ts';
import { jobs } from './jobs/index.ts';
import { parseOptions } from './options.ts';
import type { FineTuneSettings } from './profiles.ts';
import { REPOSITORY } from './repository.ts';
import type { TransferResult } from './results.ts';
import { runStages } from './run-stages.ts';
import { studySettings } from './settings.ts';
import { storeImages } from './stages/store-images.ts';
import { openStudyJournal } from './study-journal.ts';
import { studyTask } from './task.ts';

const SIDE = 32;
/** Pictures of a class. */
const EACH = 15;
const CLASSES = { positive: 'fox', negative: 'Fox_negative_class' };
const TUNING: FineTuneSettings = {
  ...{ unfrozen: 2, headEpochs: 12, headLearningRate: 0.01, epochs: 2, learningRate: 1e-3 },
  ...{ patience: 5, batchSize: 8, validation: 0.25 },
};

const PROCESSES = {
  jobs: new URL('./jobs/index.ts', import.meta.url),
  execArgv: ['--conditions=@animals/source', '--import', 'tsx'],
};

let home: string;
const root = () => path.join(home, 'set');

/** Pictures with a little noise, of which one class is brighter, and weights that were drawn. */
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'animals-fine-tuning-'));
  const rng = createRng(0);
  for (const folder of Object.values(CLASSES)) {
    mkdirSync(path.join(root(), folder), { recursive: true });
    for (let i = 0; i < EACH; i++) {
      const light = folder === CLASSES.positive ? 190 : 60;
      const pixels = Uint8Array.from({ length: SIDE * SIDE * 3 }, () => light + rng.int(0, 6));
      writeFileSync(path.join(root(), folder, `${i}.png`), encodePng({ pixels, width: SIDE, height: SIDE }));
    }
  }
  await useBackend({ prefer: ['wasm'] });
  writeFileSync(path.join(home, 'mobilenet_v2_0.35_224.safetensors'), await drawnWeights());
  vi.stubEnv('ANIMALS_WEIGHTS', home);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

/** Drawn by a formula that keeps signals alive, layer after layer. */
async function drawnWeights(): Promise<Uint8Array> {
  const { model, dispose } = createBase('MobileNetV2', { alpha: 0.35, size: [SIDE, SIDE] });
  const weights = formulaWeights(model);
  dispose();
  return writeSafetensors(weights);
}

interface Run {
  /** A single one is this process. */
  readonly workers: number;
  readonly signal?: AbortSignal;
  /** Called after a fold. */
  readonly onFold?: () => void;
}

/** The stage as the study runs it, at 32 pixels, in three folds. */
async function transfer(out: string, { workers, signal = new AbortController().signal, onFold }: Run) {
  const request = parseOptions(['fox', '--profile', 'full', '--stages', 'transfer', '--folds', '3'], home);
  if (request.kind !== 'run') throw new Error(request.kind);
  const small = { size: SIDE, transfer: { sizes: [SIDE], bases: 'one', fineTune: TUNING } } as const;
  const settings = { ...studySettings(studyTask('fox'), request.options), ...small };
  const folder = path.join(home, out);
  const header = { settings, data: '', backend: 'wasm', versions: {}, weights: {}, code: '' };
  const journal = await openStudyJournal(path.join(folder, 'journal.jsonl'), header);
  const pool = workers === 1 ? createInlinePool({ jobs }) : createProcessPool({ ...PROCESSES, workers });
  const submit: Executor['submit'] = async (...args) => {
    const output = await pool.submit(...args);
    onFold?.();
    return output as never;
  };
  try {
    const { stages } = await runStages({
      ...{ settings, journal, signal, work: path.join(folder, 'work'), out: folder, backend: 'wasm' },
      source: { kind: 'real', root: root(), ...CLASSES, original: false, namedBy: 'the test' },
      manifest: await scanFolder(root(), CLASSES),
      pool: { ...pool, submit },
      progress: { task: () => () => undefined, say: () => undefined, close: () => undefined },
    });
    if (stages.transfer.status !== 'done') throw new Error(JSON.stringify(stages.transfer));
    return stages.transfer satisfies TransferResult;
  } finally {
    await pool.close();
    await journal.close();
  }
}

/** What a journal holds of each fold, to the last bit. */
async function kept(out: string) {
  const folds: Record<string, unknown> = {};
  for await (const entry of readJournal(path.join(home, out, 'journal.jsonl'))) {
    const { key = '', value } = entry as { key?: string; value?: unknown };
    if (/fine-tuned\/fold-\d$/.test(key)) folds[key] = value;
  }
  expect(Object.keys(folds)).toHaveLength(3);
  return folds;
}

describe('fine-tuning', () => {
  it('is a row beside those of the frozen network, the same in one process and, after a stop, in three', async () => {
    const one = await transfer('one', { workers: 1 });
    expect(one.rows.map(({ base, size, head }) => `${base} ${size} ${head}`)).toEqual([
      'MobileNetV2 0.35 32 logistic',
      'MobileNetV2 0.35 32 mlp',
      'MobileNetV2 0.35 32 fine-tuned',
    ]);
    expect(one.rows[2]?.accuracy.mean).toBeGreaterThan(0.9);
    expect(one.untuned).toEqual([]);

    const controller = new AbortController();
    const stop = { signal: controller.signal, onFold: () => controller.abort(new Error('stopped')) };
    await expect(transfer('stopped', { workers: 1, ...stop })).rejects.toThrow('stopped');
    const onFold = vi.fn();
    expect(await transfer('stopped', { workers: 3, onFold })).toEqual(one);
    expect(onFold).toHaveBeenCalledTimes(2);
    expect(await kept('stopped')).toEqual(await kept('one'));
  }, 60_000);

  it('is not for weights of a TFLite file, which are folded', async () => {
    const choice = [{ name: 'MobileNetV2', alpha: 0.35 }] as const;
    expect((await findBases(choice)).found).toMatchObject([{ isFolded: false }]);
    const folder = path.join(home, 'tflite');
    mkdirSync(folder);
    const file = path.join(REPOSITORY, 'packages/transfer/src/formats/fixtures/float.tflite');
    copyFileSync(file, path.join(folder, 'tf2_mobilenet_v2_0.35_224_ptq.tflite'));
    vi.stubEnv('ANIMALS_WEIGHTS', folder);
    expect((await findBases(choice)).found).toMatchObject([{ isFolded: true }]);
    vi.stubEnv('ANIMALS_WEIGHTS', home);
  });

  it('leaves no tensor in its worker, finished or stopped', async () => {
    const work = path.join(home, 'work');
    const images = await loadImages(await scanFolder(root(), CLASSES), { size: [SIDE, SIDE] });
    const [train, validation, test] = [0, 1, 2].map((part) =>
      Uint32Array.from({ length: 10 }, (_, i) => part + 3 * i),
    ) as [Uint32Array, Uint32Array, Uint32Array];
    const base = { name: 'MobileNetV2', alpha: 0.35 } as const;
    const parts = { train, validation, test, seed: 0, tuning: { ...TUNING, headEpochs: 2, epochs: 1 } };
    const job = { images: await storeImages(images, work), work, backend: 'wasm', base, ...parts } as const;
    const controller = new AbortController();
    const epochs: string[] = [];
    await expectNoLeak(async () => {
      const progress = ({ stage, epoch }: { stage: string; epoch: number }) => void epochs.push(`${stage} ${epoch}`);
      const { probabilities } = await fineTuneFold(job, { signal: controller.signal, progress });
      expect(probabilities).toHaveLength(10);
      expect(epochs).toEqual(['head 0', 'head 1', 'base 0']);
      const stop = () => controller.abort(new Error('stopped'));
      await expect(fineTuneFold(job, { signal: controller.signal, progress: stop })).rejects.toThrow('stopped');
    });
  });
});
