import type { EpochLogger } from './epoch-logger.ts';

/** Makes one `onEpoch` of several loggers, called one after the other. */
export function combineLoggers(...loggers: readonly EpochLogger[]): EpochLogger {
  return async (record) => {
    for (const log of loggers) await log(record);
  };
}
