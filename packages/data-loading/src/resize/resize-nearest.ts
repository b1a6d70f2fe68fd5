import type { ByteImage } from './byte-image.ts';

/** Which input an output copies: `nearest` goes by the pixels' corners, `pil-nearest` by their centres. */
export type NearestMethod = 'nearest' | 'pil-nearest';

const PLACES = { nearest: cornerPlaces, 'pil-nearest': centrePlaces } satisfies Record<NearestMethod, unknown>;

/**
 * Copies for each output the one input that it lies in.
 *
 * @see cv2.INTER_NEAREST for `nearest`, and Image.NEAREST of Pillow for `pil-nearest`: equal to the bit.
 */
export function resizeNearest(
  { pixels, height, width, channels }: ByteImage,
  [toHeight, toWidth]: readonly [height: number, width: number],
  method: NearestMethod,
): Uint8Array {
  const places = PLACES[method];
  const columns = places(width, toWidth);
  const out = new Uint8Array(toHeight * toWidth * channels);
  let to = 0;
  for (const row of places(height, toHeight)) {
    for (let x = 0; x < toWidth; x++) {
      const from = (row * width + (columns[x] as number)) * channels;
      for (let c = 0; c < channels; c++) out[to++] = pixels[from + c] as number;
    }
  }
  return out;
}

/** `floor(d * from / to)`, in OpenCV's order of operations. */
function cornerPlaces(from: number, to: number): Int32Array {
  const scale = 1 / (to / from);
  return Int32Array.from({ length: to }, (_, d) => Math.min(Math.floor(d * scale), from - 1));
}

/** `floor((d + 0.5) * from / to)`, summed up step by step as Pillow does. */
function centrePlaces(from: number, to: number): Int32Array {
  const scale = from / to;
  let place = scale * 0.5;
  return Int32Array.from({ length: to }, () => {
    const input = Math.min(Math.trunc(place), from - 1);
    place += scale;
    return input;
  });
}
