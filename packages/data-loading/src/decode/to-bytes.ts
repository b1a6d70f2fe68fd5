/** Stretches samples of `depth` bits to 0 to 255; those of 16 bits keep their high byte. Values of 8 bits stay. */
export function toBytes(samples: Uint8Array | Uint16Array, depth: number): Uint8Array {
  if (depth === 8) return samples as Uint8Array;
  const out = new Uint8Array(samples.length);
  if (depth === 16) for (let i = 0; i < out.length; i++) out[i] = (samples[i] as number) >> 8;
  else {
    const full = 255 / (2 ** depth - 1);
    for (let i = 0; i < out.length; i++) out[i] = (samples[i] as number) * full;
  }
  return out;
}
