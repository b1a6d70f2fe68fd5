/** How to spread n interleaved samples a pixel over red, green and blue: the place of each among the samples. */
const PLACES: Readonly<Record<number, readonly [number, number, number]>> = {
  1: [0, 0, 0],
  2: [0, 0, 0],
  3: [0, 1, 2],
  4: [0, 1, 2],
};

/** Makes RGB of grey, grey with alpha, RGB or RGBA samples; alpha is dropped. */
export function toRgb(samples: ArrayLike<number>, channels: number): Uint8Array {
  const [red, green, blue] = PLACES[channels] as readonly [number, number, number];
  const count = samples.length / channels;
  const rgb = new Uint8Array(3 * count);
  for (let i = 0, from = 0, to = 0; i < count; i++, from += channels, to += 3) {
    rgb[to] = samples[from + red] as number;
    rgb[to + 1] = samples[from + green] as number;
    rgb[to + 2] = samples[from + blue] as number;
  }
  return rgb;
}
