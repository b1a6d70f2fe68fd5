import type { FitRecord } from '../fit-options.ts';

/** Writes an epoch down: an `onEpoch` of `fit`. */
export type EpochLogger = (record: FitRecord) => Promise<void>;
