/**
 * Adds up rows of samples that are stored as differences to the same sample of the pixel before; sums wrap around.
 *
 * @see TIFF 6.0, section 14.
 */
export function undoDifferences(
  samples: Uint8Array | Uint16Array,
  perRow: number,
  perPixel: number,
  depth: number,
): void {
  const mask = 2 ** depth - 1;
  for (let start = 0; start < samples.length; start += perRow) {
    for (let i = start + perPixel; i < start + perRow; i++) {
      samples[i] = ((samples[i] as number) + (samples[i - perPixel] as number)) & mask;
    }
  }
}
