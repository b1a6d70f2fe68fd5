export type { FillMode, Interpolation, Sampling } from './geometry/fill-mode.ts';
export type { Image, Pixels, Size } from './image/image.ts';
export type { AffineParameters, KerasVariant } from './keras/affine-parameters.ts';
export { type ApplyAffineOptions, applyAffine } from './keras/apply-affine.ts';
