/**
 * Unpacks RLE4 or RLE8 to one index a pixel, the lowest row first; pixels that are skipped are 0.
 *
 * @throws Error if the data ends before its end mark, or leaves the picture.
 * @see "Bitmap Compression" of the Windows GDI.
 */
export function unpackBmpRuns(data: Uint8Array, width: number, height: number, packing: 'rle4' | 'rle8'): Uint8Array {
  const out = new Uint8Array(width * height);
  const isNarrow = packing === 'rle4';
  let at = 0;
  let x = 0;
  let y = 0;
  const next = () => {
    const byte = data[at++];
    if (byte === undefined) throw new Error('the run-length data ends before its end mark');
    return byte;
  };
  const put = (index: number) => {
    // Encoders that fill rows up to a whole byte write past the end; what is there is not seen.
    if (y >= height) throw new Error('the run-length data goes on above the picture');
    if (x < width) out[y * width + x] = index;
    x++;
  };
  const halves = (byte: number, i: number) => (isNarrow ? (i % 2 === 0 ? byte >> 4 : byte & 15) : byte);
  for (;;) {
    const count = next();
    const value = next();
    if (count > 0) for (let i = 0; i < count; i++) put(halves(value, i));
    else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) return out;
    else if (value === 2) [x, y] = [x + next(), y + next()];
    else {
      const start = at;
      for (let i = 0, byte = 0; i < value; i++) {
        if (!isNarrow || i % 2 === 0) byte = next();
        put(halves(byte, i));
      }
      if ((at - start) % 2 === 1) at++;
    }
  }
}
