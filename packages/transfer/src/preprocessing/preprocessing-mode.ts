/**
 * How a network wants its pixels, given as 0 to 255 in the order red, green, blue.
 *
 * `caffe`: blue, green, red, each less its mean over ImageNet, not scaled. `tf`: scaled to [-1, 1]. `torch`: scaled to
 * [0, 1], then each channel on mean 0 and sd 1 over ImageNet. `none`: as they are, as the network scales them itself.
 */
export type PreprocessingMode = 'caffe' | 'tf' | 'torch' | 'none';
