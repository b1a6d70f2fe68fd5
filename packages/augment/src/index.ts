export { type EffectiveSamples, effectiveSamples } from './expand/effective-samples.ts';
export { type ExpandOptions, expand } from './expand/expand.ts';
export { imageAt } from './expand/image-at.ts';
export { type Embedder, type LabelPreservation, labelPreservation } from './expand/label-preservation.ts';
export { type PreviewOptions, preview } from './expand/preview.ts';
export type { FillMode, Interpolation, Sampling } from './geometry/fill-mode.ts';
export type { Image, Pixels, Size } from './image/image.ts';
export type { AffineParameters, KerasVariant } from './keras/affine-parameters.ts';
export { type ApplyAffineOptions, applyAffine } from './keras/apply-affine.ts';
export { type KerasFitOptions, type KerasGenerator, kerasGenerator } from './keras/keras-generator.ts';
export type { KerasOptions } from './keras/keras-options.ts';
export type { KerasParameters } from './keras/keras-parameters.ts';
export type { KerasStatistics } from './keras/keras-statistics.ts';
export { type CutMixParameters, cutMix, sampleCutMix } from './mixing/cut-mix.ts';
export { type LabelledImage, oneHot } from './mixing/labelled-image.ts';
export { type MixUpParameters, mixUp, sampleMixUp } from './mixing/mix-up.ts';
export { type AugMixOptions, augMix } from './random/aug-mix.ts';
export {
  always,
  type ColourJitterOptions,
  colourJitter,
  cutout,
  type ErasingOptions,
  randomBlur,
  randomErasing,
  randomGamma,
  randomJpeg,
  randomNoise,
} from './random/colour-samplers.ts';
export { oneOf, sometimes } from './random/combine.ts';
export { createPolicy } from './random/create-policy.ts';
export {
  type ResizedCropOptions,
  randomCrop,
  randomElastic,
  randomFlip,
  randomPerspective,
  randomResizedCrop,
  randomRotation,
  randomShear,
  randomShift,
  randomZoom,
} from './random/geometry-samplers.ts';
export type { Policy } from './random/policy.ts';
export { randAugment } from './random/rand-augment.ts';
export type { SampleKey } from './random/sample-key.ts';
export type { Sampler } from './random/sampler.ts';
export { trivialAugmentWide } from './random/trivial-augment-wide.ts';
export type { JpegRoundTrip } from './steps/apply-colour.ts';
export { type ApplyOptions, applyRecipe } from './steps/apply-recipe.ts';
export { applyToBoxes, applyToMask, applyToPoints, type Box, type Point } from './steps/apply-to-labels.ts';
export type { Recipe } from './steps/recipe.ts';
export type { ColourStep, Corners, GeometryStep, Step } from './steps/step.ts';
