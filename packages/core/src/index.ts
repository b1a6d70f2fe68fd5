export { ArgumentError, DataError, LeakError } from './errors.ts';
export type { ImageFormat, ImageRecord, ImageSet, Manifest, SkippedFile } from './types/data.ts';
export type { Fold } from './types/fold.ts';
export type { EpochRecord, History } from './types/history.ts';
export type { OnProgress, Progress } from './types/progress.ts';
