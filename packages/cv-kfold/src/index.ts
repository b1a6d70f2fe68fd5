export type { Fold } from '@animals/core';
export { assertNoLeak, type LeakEvidence } from './assert-no-leak.ts';
export { type CompareOptions, type Comparison, compareModels } from './compare-models.ts';
export { crossValPredict } from './cross-val-predict.ts';
export { crossValidate, type ModelValidation } from './cross-validate.ts';
export { groupKFold } from './group-k-fold.ts';
export { kFold } from './k-fold.ts';
export { type CurvePoint, type LearningCurveOptions, learningCurve } from './learning-curve.ts';
export { leaveOneOut } from './leave-one-out.ts';
export { leavePOut } from './leave-p-out.ts';
export type {
  FitContext,
  FitTask,
  FittedModel,
  FoldScores,
  Metric,
  ModelTask,
  ValidationCut,
} from './model/model-task.ts';
export type { OutOfFold, ValidationReport } from './model/validation-report.ts';
export { type PermutationTest, type PermutationTestOptions, permutationTest } from './permutation-test.ts';
export { predefinedSplit } from './predefined-split.ts';
export { type RepeatedOptions, repeated } from './repeated.ts';
export type {
  CrossValidateOptions,
  CrossValidation,
  EvaluateFold,
  FoldContext,
  FoldResult,
} from './run-folds.ts';
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
