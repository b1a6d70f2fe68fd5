const BLOCK = 128;
const LANES = 8;

/** Sum of `length` values from `start` on, with the roundings of numpy.add.reduce on a contiguous row. */
export function sumPairwise(values: Float64Array, start = 0, length: number = values.length): number {
  if (length < LANES) {
    let sum = 0;
    for (let i = start; i < start + length; i++) sum += values[i] as number;
    return sum;
  }
  if (length > BLOCK) {
    const half = (length >> 1) - ((length >> 1) % LANES);
    return sumPairwise(values, start, half) + sumPairwise(values, start + half, length - half);
  }
  return sumBlock(values, start, length);
}

function sumBlock(values: Float64Array, start: number, length: number): number {
  const lanes = values.slice(start, start + LANES);
  const end = start + length - (length % LANES);
  for (let i = start + LANES; i < end; i++) {
    const lane = (i - start) % LANES;
    lanes[lane] = (lanes[lane] as number) + (values[i] as number);
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = lanes;
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = end; i < start + length; i++) sum += values[i] as number;
  return sum;
}
