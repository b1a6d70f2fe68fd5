import { ArgumentError, type EpochRecord, type ImageSet, type OwnMatrix } from '@animals/core';
import { fit, predictProbabilities } from '@animals/train';
import type * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, model as makeModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Base } from '../bases/create-base.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { namedWeights } from '../weights/save-weights.ts';
import { baseSource } from './base-source.ts';
import { copyBase } from './copy-base.ts';
import type { FineTuneData, FineTuned, FineTuneOptions } from './fine-tune-options.ts';
import { runOptions } from './run-options.ts';
import { denseHead, trainHead } from './train-head.ts';
import { unfreeze } from './unfreeze.ts';

/**
 * Trains a dense head on a frozen base, then head and last convolutions of the base together at a low rate.
 *
 * The head learns from features that are extracted once. The base is copied: the given one is unchanged. Batch
 * normalisations use and keep their statistics throughout. Each training ends with the weights of its best epoch on the
 * validation part; the second with those that it began with, if no epoch of it was better. Pictures are bytes of 0 to 255,
 * which the base's own preprocessing scales. One seed decides weights and orders. Whoever gets the result disposes it.
 * @throws ArgumentError if the base has a top, no pooling, or is folded, or data or options break a rule.
 * @throws the signal's reason once it is aborted; nothing is left then.
 * @see https://keras.io/guides/transfer_learning, whose two steps these are
 */
export async function fineTune(base: Base, data: FineTuneData, options: FineTuneOptions = {}): Promise<FineTuned> {
  checkPooled(base);
  const copy = await copyBase(base);
  let model: LayersModel | undefined;
  try {
    unfreeze(copy.model, options.unfrozen ?? 4);
    const { head, history } = await trainHead(copy, data, options);
    model = withHead(copy, head, data.images.classes.length);
    head.dispose();
    const baseHistory = await trainBoth(copy, model, data, { ...options, before: lowest(history) });
    return finished(copy, model, { headHistory: history, baseHistory }, options);
  } catch (error) {
    (model ?? copy).dispose();
    throw error;
  }
}

function checkPooled({ settings: { pooling, top } }: Base): void {
  if (pooling !== 'none') return;
  throw new ArgumentError(
    'base',
    `base must have pooling avg or max and no top, got ${top ? 'a top' : 'pooling none'}`,
  );
}

/** One model of both; a layer of its own for the head, as logits are found behind a layer that one model has. */
function withHead(base: Base, head: LayersModel, classes: number): LayersModel {
  const layer = denseHead(classes)({});
  const outputs = layer.apply(base.model.outputs[0] as SymbolicTensor) as SymbolicTensor;
  for (const [i, weight] of layer.weights.entries()) {
    (weight.read() as tf.Variable).assign(head.weights[i]?.read() as tf.Tensor);
  }
  return makeModel({ inputs: base.model.inputs, outputs, name: `${base.model.name}_head` });
}

/** Gives the history; the weights end as at the best epoch or, if none has a lower loss than `before`, as they were. */
async function trainBoth(
  base: Base,
  model: LayersModel,
  data: FineTuneData,
  options: FineTuneOptions & { readonly before: number },
): Promise<readonly EpochRecord[]> {
  const { unfrozen = 4, epochs = 10, learningRate = 1e-5 } = options;
  if (unfrozen === 0) return [];
  const start = data.validation ? await namedWeights(model) : null;
  const { images, train, validation } = data;
  const held = validation ? { validation: baseSource(base, images, validation) } : {};
  const run = runOptions(data, options, 'base', { epochs, learningRate });
  const { history } = await fit(model, { train: baseSource(base, images, train), ...held }, run);
  if (start && !(lowest(history) < options.before)) loadWeights(model, start, { by: 'name' });
  return history;
}

/** The validation loss of the best epoch. */
function lowest(history: readonly EpochRecord[]): number {
  return Math.min(...history.map(({ valLoss = Number.NaN }) => valLoss).filter((loss) => !Number.isNaN(loss)));
}

function finished(
  base: Base,
  model: LayersModel,
  histories: Pick<FineTuned, 'headHistory' | 'baseHistory'>,
  { batchSize = 32 }: FineTuneOptions,
): FineTuned {
  const predictProbability = async (images: ImageSet, indices?: ArrayLike<number>): Promise<OwnMatrix> => {
    const source = baseSource(base, images, indices);
    const outputs = await predictProbabilities(model, source, undefined, { batchSize });
    const columns = outputs.length / source.count;
    if (columns > 1) return { data: Float64Array.from(outputs), rows: source.count, columns };
    const data = Float64Array.from({ length: 2 * source.count }, (_, i) => {
      const p = outputs[i >> 1] as number;
      return i % 2 === 0 ? 1 - p : p;
    });
    return { data, rows: source.count, columns: 2 };
  };
  return { model, ...histories, predictProbability, dispose: () => void model.dispose() };
}
