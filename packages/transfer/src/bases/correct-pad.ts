import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Pads } from './net.ts';

/**
 * Zeros that centre the windows of a convolution of stride 2 as 'same' padding would, for the size that `x` has.
 *
 * An even side gets one row less above than below. A network built for another size would pad otherwise.
 * @see keras.applications.imagenet_utils.correct_pad
 */
export function correctPad(x: SymbolicTensor, kernel: number): Pads {
  const half = Math.floor(kernel / 2);
  const side = (size: number | null | undefined): [number, number] => [half - (1 - ((size ?? 1) % 2)), half];
  return [side(x.shape[1]), side(x.shape[2])];
}
