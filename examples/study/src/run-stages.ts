import { ArgumentError, DataError, type ImageSet } from '@animals/core';
import { loadImages } from '@animals/data';
import { isAbort, isDiskFull } from './exit-codes.ts';
import type { StageResults, StudyResults } from './results.ts';
import { stages } from './stages/index.ts';
import { STAGE_NAMES, type StageName } from './stages/names.ts';
import type { StageContext } from './stages/stage.ts';

export interface StagesRun {
  readonly stages: StudyResults['stages'];
  /** Milliseconds a stage took in this run. */
  readonly times: Readonly<Record<string, number>>;
  readonly images: () => Promise<ImageSet>;
}

/**
 * Runs the wanted stages in their order, each once, and what they need besides.
 *
 * A stage that fails is recorded and the others go on, unless the user's input, a stop or a full disk is the reason.
 */
export async function runStages(base: Omit<StageContext, 'images' | 'result'>): Promise<StagesRun> {
  const times: Record<string, number> = {};
  const running = new Map<StageName, Promise<unknown>>();
  let decoded: Promise<ImageSet> | undefined;
  const images = () => (decoded ??= decode(base));
  const context: StageContext = { ...base, images, result };

  function result<Name extends StageName>(name: Name): Promise<StageResults[Name]> {
    const stage = stages[name];
    const started = performance.now();
    if (!running.has(name)) {
      const run = base.journal.remember(`stage/${name}`, () => stage(context));
      running.set(
        name,
        run.finally(() => (times[name] = Math.round(performance.now() - started))),
      );
    }
    return running.get(name) as Promise<StageResults[Name]>;
  }

  const failures = new Map<StageName, string>();
  for (const name of base.settings.stages) {
    try {
      await result(name);
    } catch (error) {
      if (endsTheRun(error, base.signal)) throw error;
      failures.set(name, (error as Error).message);
      base.progress.say(`${name} failed: ${(error as Error).message}`);
    }
  }
  const entries = await Promise.all(STAGE_NAMES.map(async (name) => [name, await entry(name)]));
  return { stages: Object.fromEntries(entries) as StudyResults['stages'], times, images };

  async function entry(name: StageName) {
    const error = failures.get(name);
    if (error !== undefined) return { status: 'failed', error };
    return running.has(name) ? { status: 'done', ...((await running.get(name)) as object) } : { status: 'skipped' };
  }
}

function endsTheRun(error: unknown, signal: AbortSignal): boolean {
  return (
    signal.aborted ||
    isAbort(error) ||
    isDiskFull(error) ||
    ArgumentError.isInstance(error) ||
    DataError.isInstance(error)
  );
}

async function decode({
  manifest,
  settings,
  progress,
  signal,
}: Omit<StageContext, 'images' | 'result'>): Promise<ImageSet> {
  const { size, onBadFile } = settings;
  const tick = progress.task('decoding', manifest.records.length);
  return loadImages(manifest, {
    size: [size, size],
    resize: 'bilinear',
    onBadFile,
    signal,
    onProgress: ({ done }) => tick(done),
  });
}
