import type { BackendName } from '@animals/backend';
import type { ImageSet, Manifest } from '@animals/core';
import type { Executor } from '@animals/run';
import type { DataSource } from '../data-source.ts';
import type { ProgressReporter } from '../progress.ts';
import type { StageResults } from '../results.ts';
import type { StudySettings } from '../settings.ts';
import type { StudyJournal } from '../study-journal.ts';
import type { StageName } from './names.ts';

/** What a stage may use. */
export interface StageContext {
  readonly settings: StudySettings;
  readonly source: DataSource;
  readonly manifest: Manifest;
  readonly backend: BackendName;
  readonly pool: Executor;
  readonly journal: StudyJournal;
  readonly progress: ProgressReporter;
  readonly signal: AbortSignal;
  /** Folder for checkpoints and blobs that the finished study does not need. */
  readonly work: string;
  /** Folder of the results, which keeps the models. */
  readonly out: string;
  /** The pictures at the profile's size, decoded once. */
  images(): Promise<ImageSet>;
  /** Another stage's answer: from this run, from the journal, or computed now. */
  result<Name extends StageName>(name: Name): Promise<StageResults[Name]>;
}

/** One stage of the study: a function from the context to plain data. */
export type Stage<Name extends StageName> = (context: StageContext) => Promise<StageResults[Name]>;
