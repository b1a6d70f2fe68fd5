import { concatenate } from '../concatenate.ts';
import { type GifLayout, readGifLayout } from '../header/gif-layout.ts';
import { decodeLzw } from './decode-lzw.ts';
import { guard } from './guard.ts';
import type { RawImage } from './raw-image.ts';

/** First row and step of the four passes of an interlaced picture. */
const PASSES = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

/**
 * Decodes the first picture of a GIF; where it leaves the screen free, there is the background, transparent.
 *
 * @throws DataError if its codes are damaged, or an index has no colour.
 */
export function decodeGif(bytes: Uint8Array, path: string): RawImage {
  const layout = readGifLayout(bytes, path);
  return guard(path, () => {
    const { frame, codeBits, data } = layout;
    const indices = decodeLzw(concatenate(data), frame.width * frame.height, { literalBits: codeBits, flavour: 'gif' });
    return paint(indices, layout);
  });
}

function paint(indices: Uint8Array, { width, height, frame, palette, background, transparent }: GifLayout): RawImage {
  const isOpaque = transparent < 0 && frame.width === width && frame.height === height;
  const channels = isOpaque ? 3 : 4;
  const pixels = new Uint8Array(width * height * channels);
  if (!isOpaque) for (let i = 0; i < pixels.length; i++) pixels[i] = background[i % 4] ?? 0;
  const colours = palette.length / 3;
  let from = 0;
  for (const y of rowOrder(frame)) {
    let to = ((frame.top + y) * width + frame.left) * channels;
    for (let x = 0; x < frame.width; x++, to += channels) {
      const index = indices[from++] as number;
      if (index >= colours) throw new Error(`colour ${index} of a palette of ${colours}`);
      for (let c = 0; c < 3; c++) pixels[to + c] = palette[3 * index + c] as number;
      if (!isOpaque) pixels[to + 3] = index === transparent ? 0 : 255;
    }
  }
  return { pixels, width, height, channels };
}

function* rowOrder({ height, interlaced }: GifLayout['frame']): Generator<number> {
  for (const [first, step] of interlaced ? PASSES : ([[0, 1]] as const)) {
    for (let y = first; y < height; y += step) yield y;
  }
}
