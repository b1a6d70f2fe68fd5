export { combineLoggers } from './loggers/combine-loggers.ts';
export { csvLogger } from './loggers/csv-logger.ts';
export type { EpochLogger } from './loggers/epoch-logger.ts';
export { type TensorBoardLoggerOptions, tensorBoardLogger } from './loggers/tensor-board-logger.ts';
