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
export type { OnWarning } from './split/check-class-sizes.ts';
export type { Name } from './split/encode.ts';
export type { SplitOptions } from './split/split-options.ts';
export { type SplitInput, type Splitter, splitters } from './splitters.ts';
export { stratifiedGroupKFold } from './stratified-group-k-fold.ts';
export { stratifiedKFold } from './stratified-k-fold.ts';
export { type Summary, summarise } from './summarise.ts';
