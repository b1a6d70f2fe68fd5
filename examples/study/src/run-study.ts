import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Backend, type BackendName, useBackend } from '@animals/backend';
import { ArgumentError, type Manifest, type OnProgress } from '@animals/core';
import { scanFolder } from '@animals/data';
import { createProcessPool, type Executor, writeJsonAtomic } from '@animals/run';
import { findBases } from './bases.ts';
import { codeVersion } from './code-version.ts';
import { type DataSource, findData } from './data-source.ts';
import { machine } from './machine.ts';
import type { StudyOptions } from './options.ts';
import { prepareOutFolder } from './out-folder.ts';
import type { ProgressReporter } from './progress.ts';
import { writeStudyReport } from './report/write-study-report.ts';
import type { StudyResults } from './results.ts';
import { runStages } from './run-stages.ts';
import { type StudySettings, studySettings } from './settings.ts';
import { openStudyJournal } from './study-journal.ts';
import type { Task } from './task.ts';
import { versions } from './versions.ts';
import { workerCount } from './workers.ts';

export interface StudyRun {
  readonly progress: ProgressReporter;
  readonly signal: AbortSignal;
}

/**
 * Runs the study of one task and writes its results, figures and report.
 *
 * Whatever is finished is in the journal before the next piece begins, so a run that ends at any moment can be resumed.
 * @returns the results, and the folder that holds them.
 * @throws ArgumentError or DataError for what the user can mend, before any training.
 */
export async function runStudy(
  task: Task,
  options: StudyOptions,
  { progress, signal }: StudyRun,
): Promise<{ results: StudyResults; out: string }> {
  const started = performance.now();
  const settings = studySettings(task, options);
  const out = outFolder(task, options);
  await prepareOutFolder(out, options.existing);
  const source = await findData(task, { data: options.data, signal, onProgress: counting('drawing', progress) });
  const manifest = await scan(source, settings);
  progress.say(`${task.name}: ${describe(source, manifest)}`);
  const backend = await startBackend(options.backend);
  const header = {
    settings,
    data: manifest.fingerprint,
    backend: pick(backend),
    versions: versions(),
    weights: await weightHashes(settings),
    code: codeVersion(),
  };
  const journal = await openStudyJournal(path.join(out, 'journal.jsonl'), header);
  const pool = openPool(settings, options);
  try {
    const work = path.join(out, 'work');
    const base = { settings, source, manifest, backend: backend.name, pool, journal, progress, signal, work, out };
    const { stages, times, images } = await runStages(base);
    const results: StudyResults = {
      version: 1,
      animal: task.name,
      profile: settings.profile,
      seed: settings.seed,
      settings: { ...settings },
      versions: header.versions,
      backend: header.backend,
      data: {
        source: source.kind,
        fingerprint: manifest.fingerprint,
        ...countClasses(manifest),
        skipped: manifest.skipped,
      },
      stages,
    };
    await writeJsonAtomic(path.join(out, 'results.json'), results);
    const run = {
      ms: Math.round(performance.now() - started),
      stages: times,
      workers: pool.workers,
      data: source.root,
      out,
    };
    await writeJsonAtomic(path.join(out, 'run.json'), { ...run, machine: machine() });
    await writeStudyReport(out, { results, images });
    await rm(work, { recursive: true, force: true });
    return { results, out };
  } finally {
    await pool.close();
    await journal.close();
  }
}

/** What the stages that use weights would find; the others do without. */
async function weightHashes({ stages, look }: StudySettings): Promise<Record<string, string>> {
  if (!stages.includes('transfer') && !(stages.includes('look') && look.features)) return {};
  const { found } = await findBases();
  return Object.fromEntries(found.map(({ label, hash }) => [label, hash]));
}

/** @throws ArgumentError that speaks of the option, not of the function's parameter. */
async function startBackend(name: BackendName | undefined): Promise<Backend> {
  if (name === undefined) return useBackend();
  try {
    return await useBackend({ prefer: [name] });
  } catch (error) {
    const message = (error as Error).message.replace(/^prefer/, '--backend');
    throw new ArgumentError('--backend', message, { cause: error });
  }
}

/** Reports the progress of a call that knows its total only once it has begun. */
function counting(label: string, progress: ProgressReporter): OnProgress {
  let tick: ReturnType<ProgressReporter['task']> | undefined;
  return ({ done, total }) => {
    tick ??= progress.task(label, total);
    tick(done);
  };
}

function outFolder({ name }: Task, { out, tasks, profile, cwd }: StudyOptions): string {
  if (out === undefined) return path.join(cwd, 'out', `${name}-${profile}`);
  return tasks.length > 1 ? path.join(out, name) : out;
}

async function scan(source: DataSource, { onBadFile, folds }: StudySettings): Promise<Manifest> {
  const { root, positive, negative, group } = source;
  const manifest = await scanFolder(root, { positive, negative, onBadFile, ...(group && { group }) });
  const { positives, negatives } = countClasses(manifest);
  const smaller = Math.min(positives, negatives);
  if (folds > smaller) {
    throw new ArgumentError('--folds', `--folds must be at most the smaller class, ${smaller} pictures, got ${folds}`);
  }
  return manifest;
}

function countClasses({ records, classes }: Manifest): { positives: number; negatives: number } {
  const positives = records.filter((record) => record.label === classes[1]).length;
  return { positives, negatives: records.length - positives };
}

function describe(source: DataSource, manifest: Manifest): string {
  const { positives, negatives } = countClasses(manifest);
  const what =
    source.kind === 'real' ? `photographs of ${source.root} (${source.namedBy})` : 'DRAWINGS of the embedded toy set';
  const hint = source.kind === 'real' ? '' : '; name photographs with --data or ANIMALS_DATA';
  return `${positives} + ${negatives} ${what}${hint}`;
}

function pick({ name, kernels }: { name: string; kernels: string | null }) {
  return { name, kernels };
}

/** Parameters of the baseline: what a worker's memory is measured by. */
function parametersAt(size: number): number {
  return 32 * Math.floor((size - 2) / 2) ** 2 * 100;
}

function openPool({ folds, size, stages, transfer }: StudySettings, { workers: requested }: StudyOptions): Executor {
  const fineTunes = stages.includes('transfer') && transfer.fineTune !== null;
  return createProcessPool({
    jobs: new URL('./jobs/index.ts', import.meta.url),
    workers: workerCount({ folds, parameters: parametersAt(size), fineTunes, requested }),
  });
}
