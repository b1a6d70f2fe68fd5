/**
 * Blurs an interleaved picture with a Gaussian of standard deviation `sigma` pixels, edges repeated.
 *
 * Returns a new array; the weights sum to one, so a flat picture keeps its value.
 */
export function gaussianBlur(pixels: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const weights = kernel(sigma);
  const across = pass(pixels, { lines: height, length: width, step: 3, stride: width * 3, weights });
  return pass(across, { lines: width, length: height, step: width * 3, stride: 3, weights });
}

interface Pass {
  readonly lines: number;
  readonly length: number;
  /** Distance of neighbours on a line. */
  readonly step: number;
  /** Distance of neighbouring lines. */
  readonly stride: number;
  readonly weights: Float64Array;
}

function kernel(sigma: number): Float64Array {
  const radius = Math.max(1, Math.ceil(2.5 * sigma));
  const raw = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
}

function pass(source: Float32Array, { lines, length, step, stride, weights }: Pass): Float32Array {
  const out = new Float32Array(source.length);
  const radius = (weights.length - 1) / 2;
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let k = -radius; k <= radius; k++) {
          const near = Math.min(Math.max(at + k, 0), length - 1);
          sum += weights[k + radius]! * source[line * stride + near * step + channel]!;
        }
        out[line * stride + at * step + channel] = sum;
      }
    }
  }
  return out;
}
