export { ArgumentError, DataError, LeakError } from './errors.ts';
export { createRng } from './random/create-rng.ts';
export { philox4x32 } from './random/philox4x32.ts';
export { restoreRng } from './random/restore-rng.ts';
export type { Rng, RngState } from './random/rng.ts';
export type { ImageFormat, ImageRecord, ImageSet, Manifest, SkippedFile } from './types/data.ts';
export type { Fold } from './types/fold.ts';
export type { EpochRecord, History } from './types/history.ts';
export type { OnProgress, Progress } from './types/progress.ts';
