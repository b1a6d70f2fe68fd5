/** Lays RGBA pixels on paper of one colour, `#rrggbb`: RGB. */
export function onPaper(rgba: ArrayLike<number>, paper = '#ffffff'): Uint8Array<ArrayBuffer> {
  const ground = [1, 3, 5].map((at) => Number.parseInt(paper.slice(at, at + 2), 16));
  const pixels = new Uint8Array((rgba.length / 4) * 3);
  for (let i = 0; i < rgba.length / 4; i++) {
    const alpha = (rgba[4 * i + 3] as number) / 255;
    for (let c = 0; c < 3; c++) {
      pixels[3 * i + c] = Math.round((rgba[4 * i + c] as number) * alpha + (ground[c] as number) * (1 - alpha));
    }
  }
  return pixels;
}
