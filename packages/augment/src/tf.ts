export {
  type DiffAugmentOptions,
  type DiffAugmentParameters,
  type DiffAugmentPart,
  diffAugment,
  sampleDiffAugment,
} from './tf/diff-augment.ts';
export { warpBatch } from './tf/warp-batch.ts';
