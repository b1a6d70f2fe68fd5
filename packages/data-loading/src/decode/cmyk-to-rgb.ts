/**
 * Makes RGB of four inks, 0 (none) to 255, without colour management: a channel is what two layers of ink let through.
 *
 * @param samples `step` a pixel, the first four of them cyan, magenta, yellow and black
 * @see Pillow's convert('RGB') of a CMYK picture, whose roundings these are.
 */
export function cmykToRgb(samples: ArrayLike<number>, step = 4): Uint8Array {
  const rgb = new Uint8Array((3 * samples.length) / step);
  for (let from = 0, to = 0; to < rgb.length; from += step) {
    const light = 255 - (samples[from + 3] as number);
    for (let c = 0; c < 3; c++) rgb[to++] = light - Math.floor(((samples[from + c] as number) * light + 127) / 255);
  }
  return rgb;
}
