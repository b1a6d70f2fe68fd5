import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { NamedWeights } from '../formats/named-weights.ts';

/** Uniform in [-1, 1): the finaliser of MurmurHash3 over index and seed. */
function noise(count: number, seed: number): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let h = (Math.imul(i, 0x9e3779b1) + seed) | 0;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    values[i] = ((h ^ (h >>> 16)) >>> 0) / 2 ** 31 - 1;
  }
  return values;
}

/** Pixels of one picture: whole numbers from 0 to 255. As `tools/reference/keras_golden.py` has them. */
export function formulaPixels(count: number): Uint8Array {
  return Uint8Array.from(noise(count, 7), (value) => Math.floor((value + 1) * 128));
}

/** Weights for a model by the closed formula of `tools/reference/keras_golden.py`, under Keras' names. */
export function formulaWeights(model: LayersModel): NamedWeights {
  return model.layers.flatMap((layer) =>
    layer.weights.map((weight) => {
      const role = weight.originalName.slice(weight.originalName.lastIndexOf('/') + 1);
      const shape = weight.shape as number[];
      const name = `${layer.name}/${role}`;
      return { name, shape, dtype: 'float32', data: new Float32Array(values(name, role, shape)) } as const;
    }),
  );
}

function values(name: string, role: string, shape: readonly number[]): Float64Array {
  const [shift, scale] = rangeOf(role, shape);
  const drawn = noise(product(shape), crc32(name));
  for (let i = 0; i < drawn.length; i++) drawn[i] = shift + scale * (drawn[i] as number);
  return drawn;
}

/** Middle and half width of a weight's values. */
function rangeOf(role: string, shape: readonly number[]): [shift: number, scale: number] {
  switch (role) {
    case 'kernel':
      return [0, Math.sqrt(6 / product(shape.slice(0, -1)))];
    case 'depthwise_kernel':
      return [0, Math.sqrt(6 / product(shape.slice(0, 2)))];
    case 'gamma':
    case 'moving_variance':
    case 'variance':
      return [1, 0.3];
    case 'count':
      return [0, 0];
    default:
      return [0, 0.1];
  }
}

const product = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

/** CRC-32 of a text, as zlib computes it. */
function crc32(text: string): number {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}
