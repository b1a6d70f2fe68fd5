/**
 * Turns palette indices into colours.
 *
 * @param palette `channels` bytes a colour
 * @throws Error if an index has no colour.
 */
export function lookUpColours(indices: ArrayLike<number>, palette: Uint8Array, channels: 3 | 4): Uint8Array {
  const out = new Uint8Array(indices.length * channels);
  const colours = palette.length / channels;
  for (let i = 0, to = 0; i < indices.length; i++) {
    const index = indices[i] as number;
    if (index >= colours) throw new Error(`colour ${index} of a palette of ${colours}`);
    for (let c = 0, from = index * channels; c < channels; c++) out[to++] = palette[from + c] as number;
  }
  return out;
}
