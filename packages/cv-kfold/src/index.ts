export type { Fold } from '@animals/core';
export { groupKFold } from './group-k-fold.ts';
export { kFold } from './k-fold.ts';
export type { OnWarning } from './split/check-class-sizes.ts';
export type { SplitOptions } from './split/split-options.ts';
export { stratifiedGroupKFold } from './stratified-group-k-fold.ts';
export { stratifiedKFold } from './stratified-k-fold.ts';
