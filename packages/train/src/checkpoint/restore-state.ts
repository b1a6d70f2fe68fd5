import { DataError } from '@animals/core';
import type { Optimizer } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { writeWeights } from '../weights/write-weights.ts';
import type { ArrayGroup, CheckpointContent, StoredArray } from './checkpoint-file.ts';
import { decodeCheckpoint } from './decode-checkpoint.ts';
import { writeOptimizer } from './optimizer-state.ts';
import type { RunSettings, TrainingProgress } from './training-progress.ts';

/** How a checkpoint is restored. */
export interface RestoreOptions {
  /** What to call the checkpoint in errors. Default `checkpoint`. */
  readonly path?: string;
  /** Settings that the checkpoint's run must have had. */
  readonly settings?: RunSettings;
}

/**
 * Brings a model and an optimizer to the state that `captureState` packed, and says how far that run was.
 *
 * Everything is checked before anything is changed. Names are not compared: TensorFlow.js numbers them anew.
 * @throws DataError if the bytes are damaged, of another version, or of another model, optimizer or settings.
 */
export async function restoreState(
  model: LayersModel,
  optimizer: Optimizer,
  bytes: Uint8Array,
  { path = 'checkpoint', settings }: RestoreOptions = {},
): Promise<TrainingProgress> {
  const content = await decodeCheckpoint(bytes, path);
  if (settings) checkSettings(content.progress.settings, settings, path);
  checkOptimizer(content, model, optimizer, path);
  const weights = ofGroup(content, 'weight');
  const best = ofGroup(content, 'best');
  checkShapes(weights, model, path);
  if (best.length > 0) checkShapes(best, model, path);
  await writeOptimizer(optimizer, content.arrays, path);
  writeWeights(model, floats(weights));
  return { ...content.progress, bestWeights: best.length > 0 ? floats(best) : null };
}

function ofGroup({ arrays }: CheckpointContent, group: ArrayGroup): StoredArray[] {
  return arrays.filter((array) => array.group === group);
}

function floats(arrays: readonly StoredArray[]): Float32Array[] {
  return arrays.map(({ values }) => values as Float32Array);
}

function checkSettings(stored: RunSettings, wanted: RunSettings, path: string): void {
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(stored)])) {
    if (stored[key] !== wanted[key]) {
      throw new DataError(
        path,
        `is of a run with ${key} ${stored[key] ?? 'unset'}, and this one has ${wanted[key] ?? 'unset'}; ` +
          'go on with the same settings, or delete it to start over',
      );
    }
  }
}

function checkShapes(arrays: readonly StoredArray[], model: LayersModel, path: string): void {
  const stored = arrays.map(({ shape }) => `[${shape}]`).join(' ');
  const wanted = model.weights.map((weight) => `[${weight.read().shape}]`).join(' ');
  if (stored !== wanted) {
    throw new DataError(path, `is of another model: its weights have shapes ${stored}, the model's ${wanted}`);
  }
}

/** Slots come in runs of one per trainable weight; the iteration count comes first. */
function checkOptimizer(content: CheckpointContent, model: LayersModel, optimizer: Optimizer, path: string): void {
  const name = optimizer.getClassName();
  if (content.optimizer !== name) {
    throw new DataError(path, `is of a run with the optimizer ${content.optimizer}, and this one has ${name}`);
  }
  const trainable = model.trainableWeights.map((weight) => String(weight.read().shape));
  const slots = ofGroup(content, 'slot').slice(1);
  const fits = slots.every(({ shape }, i) => String(shape) === trainable[i % trainable.length]);
  if (!fits || slots.length % Math.max(1, trainable.length) !== 0) {
    throw new DataError(path, 'is of a run that trained other weights; freeze the same layers, or delete it');
  }
}
