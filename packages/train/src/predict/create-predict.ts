import { ArgumentError, DataError, type SkippedFile } from '@animals/core';
import type { ByteImage, DecodeImage } from '@animals/data';
import * as tf from '@tensorflow/tfjs-core';
import type { Bundle } from '../bundle/bundle.ts';
import { checkTemperature, checkThreshold } from '../bundle/describe-bundle.ts';
import { checkBatchSize } from '../for-each-batch.ts';
import { nextTask } from '../next-task.ts';
import { createPreparer, type Preparer } from './create-preparer.ts';
import { decide } from './decide.ts';
import { inPortions } from './in-portions.ts';
import { type FindPictures, listPictures, type Waiting } from './list-pictures.ts';
import type { PredictSource } from './picture.ts';
import type { PredictPicturesOptions } from './predict-options.ts';
import type { Prediction } from './prediction.ts';
import { tempered } from './tempered.ts';

/**
 * Says for each picture of a source which class it is, in the order of the source.
 *
 * Pictures are decoded, turned, resized and scaled as the bundle says, looked at in batches, and given out as soon as
 * their batch is done. A folder stands for the pictures below it, known by their names' endings, by code points of the
 * path; hidden files and links are left out. No tensor is left, also when the loop is left early.
 * @throws ArgumentError if the bundle names no classes or takes no pictures, or an option breaks its rule, at the call.
 * @throws DataError at a bad file, unless `onBadFile` says otherwise, and if a path does not exist; the signal's reason.
 */
export type Predict = (
  bundle: Bundle,
  source: PredictSource,
  options?: PredictPicturesOptions,
) => AsyncGenerator<Prediction, void, undefined>;

/** What a platform brings along. */
export interface PredictPlatform {
  readonly decode: DecodeImage;
  readonly find: FindPictures;
}

/** One run, with its defaults filled in. */
interface Run {
  readonly bundle: Bundle;
  readonly preparer: Preparer;
  readonly threshold: number;
  readonly onBadFile: NonNullable<PredictPicturesOptions['onBadFile']>;
  readonly load: (picture: Waiting) => Promise<ByteImage>;
  readonly signal: AbortSignal | undefined;
}

/** Makes a `predict` for a platform. */
export function createPredict({ decode: decodeHere, find }: PredictPlatform): Predict {
  return (bundle, source, options = {}) => {
    const { batchSize = 32, threshold = bundle.threshold, onBadFile = 'throw', signal } = options;
    checkBatchSize(batchSize);
    checkThreshold(threshold);
    checkTemperature(bundle.temperature);
    if (options.threshold !== undefined && bundle.classes.length !== 2) {
      throw new ArgumentError('threshold', `threshold needs a bundle of two classes, got ${bundle.classes.length}`);
    }
    const preparer = preparerOf(bundle);
    const load = createLoader(bundle, options.decode ?? decodeHere, options.maxPixels);
    const run = { bundle, preparer, threshold, onBadFile, load, signal };
    return predictAll(run, inPortions(listPictures(source, find), batchSize));
  };
}

function preparerOf({ classes, preprocessing }: Bundle): Preparer {
  if (!preprocessing)
    throw new ArgumentError('bundle', 'bundle must hold a model that takes pictures; save it with preprocessing');
  if (classes.length === 0) throw new ArgumentError('bundle', 'bundle must name its classes; save it with classes');
  return createPreparer(preprocessing);
}

function createLoader({ preprocessing }: Bundle, decode: DecodeImage, maxPixels: number | undefined): Run['load'] {
  const { orientation, alpha, colour } = preprocessing ?? { orientation: 'apply', alpha: 'drop', colour: 'rgb' };
  const channels = colour === 'grey' ? 1 : 3;
  const options = { orientation, alpha, channels, ...(maxPixels !== undefined && { maxPixels }) } as const;
  return async (picture) => {
    if ('image' in picture) return picture.image;
    const bytes = typeof picture.bytes === 'function' ? await picture.bytes() : picture.bytes;
    return decode(bytes, { ...options, path: picture.id });
  };
}

async function* predictAll(
  run: Run,
  portions: AsyncIterable<readonly Waiting[]>,
): AsyncGenerator<Prediction, void, undefined> {
  for await (const portion of portions) {
    run.signal?.throwIfAborted();
    const inputs = new Float32Array(portion.length * run.preparer.size);
    let good = 0;
    const outcomes = await Promise.all(portion.map((picture) => attempt(run, picture)));
    for (const outcome of outcomes) {
      if (!DataError.isInstance(outcome)) run.preparer.prepare(outcome, inputs, good++ * run.preparer.size);
    }
    const rows = await probabilities(run, inputs, good);
    for (const [i, outcome] of outcomes.entries()) {
      const { id } = portion[i] as Waiting;
      if (DataError.isInstance(outcome)) handleBadFile(run.onBadFile, { path: id, reason: outcome.reason }, outcome);
      else yield decide(id, rows.shift() as Float32Array, { classes: run.bundle.classes, threshold: run.threshold });
    }
    await nextTask();
  }
}

async function attempt({ load }: Run, picture: Waiting): Promise<ByteImage | DataError> {
  try {
    return await load(picture);
  } catch (error) {
    if (DataError.isInstance(error)) return error;
    throw error;
  }
}

function handleBadFile(policy: Run['onBadFile'], file: SkippedFile, error: DataError): void {
  if (policy === 'throw') throw error;
  if (policy !== 'skip') policy(file);
}

/** One row of outputs a picture. */
async function probabilities({ bundle, preparer }: Run, inputs: Float32Array, count: number): Promise<Float32Array[]> {
  if (count === 0) return [];
  const outputs = tf.tidy(() => {
    const xs = tf.tensor(inputs.subarray(0, count * preparer.size), [count, ...preparer.shape]);
    return tempered(bundle.model, xs, bundle.temperature);
  });
  try {
    const values = Float32Array.from(await outputs.data());
    const width = values.length / count;
    return Array.from({ length: count }, (_, i) => values.subarray(i * width, (i + 1) * width));
  } finally {
    outputs.dispose();
  }
}
