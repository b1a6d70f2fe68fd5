export type { Fold } from '@animals/core';
export { assertNoLeak, type LeakEvidence } from './assert-no-leak.ts';
export {
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
  type EvaluateFold,
  type FoldContext,
  type FoldResult,
} from './cross-validate.ts';
export { groupKFold } from './group-k-fold.ts';
export { kFold } from './k-fold.ts';
export { leaveOneOut } from './leave-one-out.ts';
export { leavePOut } from './leave-p-out.ts';
export { predefinedSplit } from './predefined-split.ts';
export { type RepeatedOptions, repeated } from './repeated.ts';
export { type ShuffleSplitOptions, shuffleSplit } from './shuffle-split.ts';
export type { OnWarning } from './split/check-class-sizes.ts';
export type { Name } from './split/encode.ts';
export type { SizeOptions } from './split/part-sizes.ts';
export type { SplitOptions } from './split/split-options.ts';
export { type SplitInput, type Splitter, type SplitterName, splitters } from './splitters.ts';
export { stratifiedGroupKFold } from './stratified-group-k-fold.ts';
export { stratifiedKFold } from './stratified-k-fold.ts';
export { stratifiedShuffleSplit } from './stratified-shuffle-split.ts';
export { type Summary, summarise } from './summarise.ts';
export { type TimeSeriesOptions, timeSeriesSplit } from './time-series-split.ts';
export { type TrainTestOptions, trainTestSplit } from './train-test-split.ts';
