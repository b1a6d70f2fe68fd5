import { createRng } from '@animals/core';
import type { PostProcessing } from '../toy-scene.ts';
import { gaussianBlur } from './gaussian-blur.ts';

const UNIT = 124;
/** Standard deviation of the sum of two even bytes. */
const TWO_BYTES = Math.sqrt((256 ** 2 - 1) / 6);

/** Turns an opaque RGBA rendering into the camera's RGB picture: exposure and warmth, blur, then noise. */
export function develop(rgba: Uint8Array, width: number, height: number, post: PostProcessing): Uint8Array {
  const exposed = expose(rgba, width * height, post);
  const sigma = (post.blur * width) / UNIT;
  return addNoise(sigma < 0.2 ? exposed : gaussianBlur(exposed, width, height, sigma), post);
}

function expose(rgba: Uint8Array, count: number, { exposure, warmth }: PostProcessing): Float32Array {
  const rgb = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) {
    rgb[3 * i] = rgba[4 * i]! * exposure * warmth;
    rgb[3 * i + 1] = rgba[4 * i + 1]! * exposure;
    rgb[3 * i + 2] = (rgba[4 * i + 2]! * exposure) / warmth;
  }
  return rgb;
}

/** Adds brightness noise (common to the channels) and a quarter as much colour noise; one random word a pixel. */
function addNoise(rgb: Float32Array, { noise, seed }: PostProcessing): Uint8Array {
  const rng = createRng(seed);
  const out = new Uint8Array(rgb.length);
  const scale = noise / TWO_BYTES;
  for (let i = 0; i < rgb.length; i += 3) {
    const word = rng.uint32();
    const brightness = ((word & 255) + ((word >>> 8) & 255) - 255) * scale;
    const red = (((word >>> 16) & 255) - 127.5) * scale * 0.35;
    const blue = ((word >>> 24) - 127.5) * scale * 0.35;
    out[i] = byte(rgb[i]! + brightness + red);
    out[i + 1] = byte(rgb[i + 1]! + brightness);
    out[i + 2] = byte(rgb[i + 2]! + brightness + blue);
  }
  return out;
}

function byte(value: number): number {
  return Math.min(Math.max(Math.round(value), 0), 255);
}
