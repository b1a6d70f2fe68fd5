/** The 32 bits of a float, as the module reads them from a word. */
export function floatBits(value: number): number {
  return new Int32Array(Float32Array.of(value).buffer)[0] as number;
}
