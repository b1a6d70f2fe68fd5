import type { SkippedFile } from '@animals/core';
import { enableProdMode } from '@tensorflow/tfjs-core';
import { loadBundle } from '../bundle/node/load-bundle.ts';
import { findPictures } from '../predict/node/find-pictures.ts';
import { predict } from '../predict/node/predict.ts';
import type { Picture } from '../predict/picture.ts';
import { createPrinter } from './create-printer.ts';
import { createProgress } from './create-progress.ts';
import { escapeControls } from './escape-controls.ts';
import type { PredictArguments } from './parse-predict-arguments.ts';
import { startBackend } from './start-backend.ts';
import type { Streams } from './streams.ts';

/**
 * Predicts the pictures at some paths and prints what came out, as it comes.
 *
 * @returns the exit code: 0 done, 3 some files failed.
 * @throws ArgumentError or DataError for the user's input: wrong options, no bundle, a path where nothing is.
 */
export async function predictCommand(
  { bundle: place, paths, format, backend, ...options }: PredictArguments,
  streams: Streams,
): Promise<number> {
  // TensorFlow.js' greetings are not for those who run a command.
  enableProdMode();
  const pictures = await findAll(paths);
  await startBackend(backend);
  const bundle = await loadBundle(place);
  try {
    const printer = createPrinter(format, {
      ids: pictures.map(({ id }) => id),
      classes: bundle.classes,
      print: streams.out,
    });
    const progress = createProgress(pictures.length, streams.err);
    const failed: SkippedFile[] = [];
    const onBadFile = (file: SkippedFile) => {
      failed.push(file);
      printer.failed(file);
      progress.advance();
    };
    const predictions = predict(bundle, pictures, { ...options, onBadFile });
    printer.begin();
    for await (const prediction of predictions) {
      printer.done(prediction);
      progress.advance();
    }
    printer.end();
    report(failed, pictures.length, streams);
    return failed.length > 0 ? 3 : 0;
  } finally {
    bundle.model.dispose();
  }
}

/** The pictures at all paths; each once, though a folder and a path below it may both be named. */
async function findAll(paths: readonly string[]): Promise<Picture[]> {
  const found = new Map<string, Picture>();
  for (const path of paths) for (const picture of await findPictures(path)) found.set(picture.id, picture);
  return [...found.values()];
}

function report(failed: readonly SkippedFile[], count: number, { err }: Streams): void {
  for (const { path, reason } of failed) err(`${escapeControls(path)}: ${escapeControls(reason)}\n`);
  if (failed.length > 0) err(`${failed.length} of ${count} files failed\n`);
}
