import { type ByteImage, resizeImage } from '@animals/data';
import type { Preprocessing } from '../bundle/preprocessing.ts';
import { toGrey } from './to-grey.ts';

/** Turns decoded pictures into a model's inputs. */
export interface Preparer {
  /** Values of one input. */
  readonly size: number;
  /** Shape of one input. */
  readonly shape: readonly [height: number, width: number, channels: number];
  /** Writes a picture's input to `out`, from `at` on. */
  prepare(image: ByteImage, out: Float32Array, at: number): void;
}

/**
 * Makes a preparer: grey if asked for, resized, then each byte by a table.
 *
 * `(byte / divisor - mean) / sd`, computed in double precision and rounded once to float32.
 */
export function createPreparer(preprocessing: Preprocessing): Preparer {
  const { size, colour, resize } = preprocessing;
  const channels = colour === 'grey' ? 1 : 3;
  const tables = Array.from({ length: channels }, (_, channel) => tableOf(preprocessing, channel));
  return {
    size: size[0] * size[1] * channels,
    shape: [...size, channels],
    prepare(image, out, at) {
      const coloured = colour === 'grey' ? toGrey(image) : image;
      const fits = coloured.height === size[0] && coloured.width === size[1];
      const { pixels, channels: given } = fits ? coloured : resizeImage(coloured, { size, method: resize });
      for (let channel = 0; channel < channels; channel++) {
        const from = given === 1 ? 0 : colour === 'bgr' ? 2 - channel : channel;
        fill(tables[channel] as Float32Array, { pixels, from, given }, { out, at: at + channel, step: channels });
      }
    },
  };
}

function tableOf({ divisor, mean, sd }: Preprocessing, channel: number): Float32Array {
  const of = (list: readonly number[]) => list[list.length === 1 ? 0 : channel] as number;
  return Float32Array.from({ length: 256 }, (_, byte) => (byte / divisor - of(mean)) / of(sd));
}

function fill(
  table: Float32Array,
  { pixels, from, given }: { pixels: Uint8Array; from: number; given: number },
  { out, at, step }: { out: Float32Array; at: number; step: number },
): void {
  let to = at;
  for (let i = from; i < pixels.length; i += given, to += step) out[to] = table[pixels[i] as number] as number;
}
