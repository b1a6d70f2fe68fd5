import { type ByteImage, resizeImage } from '@animals/data';
import type { Preprocessing } from '../bundle/preprocessing.ts';
import { withChannels } from './with-channels.ts';

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
  const { size, colour, resize: method, fit, background } = preprocessing;
  const channels = colour === 'grey' ? 1 : 3;
  const tables = Array.from({ length: channels }, (_, channel) => tableOf(preprocessing, channel));
  return {
    size: size[0] * size[1] * channels,
    shape: [...size, channels],
    prepare(image, out, at) {
      const coloured = withChannels(image, channels);
      const fits = coloured.height === size[0] && coloured.width === size[1];
      const { pixels } = fits
        ? coloured
        : resizeImage(coloured, { size, method, fit, ...(background && { background }) });
      for (let channel = 0; channel < channels; channel++) {
        const from = colour === 'bgr' ? 2 - channel : channel;
        const table = tables[channel] as Float32Array;
        for (let i = from, to = at + channel; i < pixels.length; i += channels, to += channels) {
          out[to] = table[pixels[i] as number] as number;
        }
      }
    },
  };
}

function tableOf({ divisor, mean, sd }: Preprocessing, channel: number): Float32Array {
  const of = (list: readonly number[]) => list[list.length === 1 ? 0 : channel] as number;
  return Float32Array.from({ length: 256 }, (_, byte) => (byte / divisor - of(mean)) / of(sd));
}
