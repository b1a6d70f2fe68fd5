import type { RawImage } from './raw-image.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What becomes of transparency: it is forgotten, so that the colours beneath show, or the picture is laid over a colour. */
export type AlphaPolicy = 'drop' | Colour;

/**
 * Gives a picture the channels that are wanted: 1 (grey), 3 (RGB) or 4 (RGB and alpha).
 *
 * Grey is repeated for colour; colour becomes grey by the luma of ITU-R BT.601; a picture without alpha is opaque.
 * @see Pillow's convert('L') and paste with a mask, whose roundings these are.
 */
export function toChannels(image: RawImage, channels: 1 | 3 | 4, alpha: AlphaPolicy): Uint8Array {
  const { pixels } = image;
  if (image.channels === channels) return image.isBorrowed ? pixels.slice() : pixels;
  if (channels === 4) return toRgba(image);
  const hasAlpha = image.channels % 2 === 0 && !image.isOpaque;
  if (hasAlpha && alpha !== 'drop') {
    const rgb = layOver(pixels, image.channels as 2 | 4, alpha);
    return channels === 3 ? rgb : toGrey(rgb, 3);
  }
  return channels === 3 ? toRgb(pixels, image.channels) : toGrey(pixels, image.channels);
}

/** How far green and blue are from red: grey has one sample for all. */
function distances(channels: number): readonly [green: number, blue: number] {
  return channels < 3 ? [0, 0] : [1, 2];
}

function toRgb(samples: Uint8Array, channels: number): Uint8Array {
  const [green, blue] = distances(channels);
  const rgb = new Uint8Array((3 * samples.length) / channels);
  for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
    rgb[to] = samples[from] as number;
    rgb[to + 1] = samples[from + green] as number;
    rgb[to + 2] = samples[from + blue] as number;
  }
  return rgb;
}

function toRgba({ pixels, channels }: RawImage): Uint8Array {
  const [green, blue] = distances(channels);
  const rgba = new Uint8Array((4 * pixels.length) / channels);
  for (let from = 0, to = 0; to < rgba.length; from += channels, to += 4) {
    rgba[to] = pixels[from] as number;
    rgba[to + 1] = pixels[from + green] as number;
    rgba[to + 2] = pixels[from + blue] as number;
    rgba[to + 3] = channels === 2 ? (pixels[from + 1] as number) : 255;
  }
  return rgba;
}

/** Luma with weights in 1 / 65536, rounded; it leaves grey as it is. */
function toGrey(samples: Uint8Array, channels: number): Uint8Array {
  const [green, blue] = distances(channels);
  const grey = new Uint8Array(samples.length / channels);
  for (let from = 0, to = 0; to < grey.length; from += channels, to++) {
    const red = samples[from] as number;
    const luma = 19595 * red + 38470 * (samples[from + green] as number) + 7471 * (samples[from + blue] as number);
    grey[to] = (luma + 0x8000) >> 16;
  }
  return grey;
}

function layOver(samples: Uint8Array, channels: 2 | 4, ground: Colour): Uint8Array {
  const places = [0, ...distances(channels)];
  const rgb = new Uint8Array((3 * samples.length) / channels);
  for (let from = 0, to = 0; to < rgb.length; from += channels) {
    const alpha = samples[from + channels - 1] as number;
    for (let c = 0; c < 3; c++, to++) {
      const sample = samples[from + (places[c] as number)] as number;
      // 255 is odd, so that there are no halves to decide on.
      rgb[to] = (sample * alpha + (ground[c] as number) * (255 - alpha) + 127) / 255;
    }
  }
  return rgb;
}
