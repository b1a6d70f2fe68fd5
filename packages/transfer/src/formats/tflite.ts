import { DataError } from '@animals/core';
import { Table } from './flatbuffer.ts';
import { halfToFloat } from './half-to-float.ts';
import type { NamedWeight, NamedWeights } from './named-weights.ts';
import { plainBytes } from './plain-bytes.ts';

/** Operators with weights, by their number in the schema. */
const WEIGHTED: Readonly<Record<number, 'convolution' | 'depthwise' | 'dense'>> = {
  3: 'convolution',
  4: 'depthwise',
  9: 'dense',
};

interface Model {
  readonly tensors: readonly Table[];
  readonly buffers: readonly Table[];
  readonly path: string;
}

/**
 * Reads the weights of a TFLite model: kernels and biases of its convolutions and dense layers, in the order in which they
 * run, laid out as Keras lays them out, and quantised ones expanded to floats.
 *
 * Batch normalisations are folded into the kernels there: they fit a base of `foldBatchNorm`, by order.
 * @param path names the file in errors.
 * @throws DataError if it is no such file, damaged, or of a kind that is not read: sparse, or of several subgraphs.
 * @see the schema of TensorFlow Lite, version 3
 */
export function readTflite(bytes: Uint8Array, path = 'model.tflite'): NamedWeights {
  const whole = plainBytes(bytes);
  const root = Table.root(whole, path);
  const graphs = root.tables(2);
  const [graph] = graphs;
  if (!graph || graphs.length !== 1) throw new DataError(path, `has ${graphs.length} graphs; one is read`);
  const codes = root.tables(1).map(operatorCode);
  const model = { tensors: graph.tables(0), buffers: root.tables(4), path };
  return graph.tables(3).flatMap((operator) => {
    const kind = WEIGHTED[codes[operator.uint32(0)] ?? -1];
    return kind ? weightsOf(operator.int32s(1), kind, model) : [];
  });
}

/** Operators of numbers below 127 are kept in an old field too. */
function operatorCode(table: Table): number {
  return Math.max(table.int8(0), table.int32(3));
}

function weightsOf(
  inputs: readonly number[],
  kind: 'convolution' | 'depthwise' | 'dense',
  model: Model,
): NamedWeight[] {
  const [, kernel = -1, bias = -1] = inputs;
  const read = readTensor(kernel, model);
  if (!read) return [];
  checkShape(read, kind, model.path);
  const biasRead = readTensor(bias, model);
  return [inKerasLayout(read, kind), ...(biasRead ? [{ ...biasRead, name: `${read.name}/bias` }] : [])];
}

function checkShape({ name, shape }: NamedWeight, kind: 'convolution' | 'depthwise' | 'dense', path: string): void {
  const isRight = shape.length === (kind === 'dense' ? 2 : 4) && (kind !== 'depthwise' || shape[0] === 1);
  if (isRight) return;
  throw new DataError(path, `is a damaged TFLite file: ${name} of shape [${shape}] is no kernel of a ${kind} operator`);
}

/** A constant tensor as floats; undefined for one that is computed. */
function readTensor(index: number, { tensors, buffers, path }: Model): NamedWeight | undefined {
  const tensor = tensors[index];
  const bytes = tensor && buffers[tensor.uint32(2)]?.bytes(0);
  if (!tensor || !bytes || bytes.length === 0) return undefined;
  const name = tensor.text(3);
  const shape = tensor.int32s(0);
  if (shape.some((side) => side < 0)) throw new DataError(path, `is a damaged TFLite file: ${name} has no shape`);
  const stored = readStored(tensor.int8(1), bytes, name, path);
  if (stored.length !== shape.reduce((a, b) => a * b, 1)) {
    throw new DataError(path, `is a damaged TFLite file: ${name} of shape [${shape}] holds ${stored.length} values`);
  }
  return { name, shape, dtype: 'float32', data: dequantised(stored, shape, tensor.table(4)) };
}

const READERS: Readonly<Record<number, { size: number; read: (view: DataView, at: number) => number }>> = {
  0: { size: 4, read: (view, at) => view.getFloat32(at, true) },
  1: { size: 2, read: (view, at) => halfToFloat(view.getUint16(at, true)) },
  2: { size: 4, read: (view, at) => view.getInt32(at, true) },
  3: { size: 1, read: (view, at) => view.getUint8(at) },
  7: { size: 2, read: (view, at) => view.getInt16(at, true) },
  9: { size: 1, read: (view, at) => view.getInt8(at) },
};

function readStored(type: number, bytes: Uint8Array, name: string, path: string): Float64Array {
  const reader = READERS[type];
  if (!reader) throw new DataError(path, `holds ${name} as values of type ${type}, which is not read here`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: Math.floor(bytes.length / reader.size) }, (_, i) =>
    reader.read(view, i * reader.size),
  );
}

/** `scale * (value - zero point)`, one pair for all values or one along an axis. */
function dequantised(stored: Float64Array, shape: readonly number[], quantisation: Table | undefined): Float32Array {
  const scales = quantisation?.float32s(2) ?? [];
  if (scales.length === 0) return Float32Array.from(stored);
  const zeros = quantisation?.int64s(3) ?? [];
  const axis = scales.length === 1 ? shape.length : (quantisation?.int32(6) ?? 0);
  const stride = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
  return Float32Array.from(stored, (value, i) => {
    const channel = scales.length === 1 ? 0 : Math.floor(i / stride) % scales.length;
    return (scales[channel] as number) * (value - (zeros[channel] ?? 0));
  });
}

/** TFLite: [out, height, width, in], depthwise [1, height, width, channels], dense [out, in]. */
function inKerasLayout(weight: NamedWeight, kind: 'convolution' | 'depthwise' | 'dense'): NamedWeight {
  const [first = 1, height = 1, width = 1, last = 1] = weight.shape;
  if (kind === 'depthwise') return { ...weight, shape: [height, width, last, 1] };
  const inner = kind === 'dense' ? height : height * width * last;
  const shape = kind === 'dense' ? [height, first] : [height, width, last, first];
  return { ...weight, shape, data: transposed(weight.data as Float32Array, first, inner) };
}

function transposed(data: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = data[row * columns + column] as number;
    }
  }
  return result;
}
