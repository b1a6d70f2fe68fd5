import { ProtobufWriter } from './protobuf-writer.ts';

/** A whole number, a list of them, or a float. */
export type OnnxAttribute = number | readonly number[] | { readonly float: number };

/** A tensor that a model takes or gives; the first side of its shape is free. */
interface OnnxBorder {
  readonly name: string;
  /** Without the batch. */
  readonly shape: readonly number[];
}

const IR_VERSION = 7;
const OPSET = 13;
const DATA_TYPE = { float: 1, int64: 7 } as const;
const ATTRIBUTE_TYPE = { float: 1, int: 2, ints: 7 } as const;

/**
 * Collects the nodes and constants of an ONNX model, in the order in which they run.
 *
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto, whose field numbers these are
 */
export class OnnxGraph {
  readonly #graph = new ProtobufWriter();
  readonly #names: Map<string, number>;
  readonly #input: OnnxBorder;
  readonly #output: OnnxBorder;

  constructor(input: OnnxBorder, output: OnnxBorder) {
    this.#input = input;
    this.#output = output;
    this.#names = new Map([input, output].map(({ name }) => [name, 1]));
  }

  /** Adds a node that has one output. Returns the output's name, which is `name`, or `name_1` and so on if it is taken. */
  node(op: string, name: string, inputs: readonly string[], attributes: Record<string, OnnxAttribute> = {}): string {
    const output = this.#unique(name);
    this.#graph.message(1, node(op, output, inputs, attributes));
    return output;
  }

  /** Adds a constant of floats and returns its name. */
  floats(name: string, shape: readonly number[], data: Float32Array): string {
    return this.#constant(name, shape, DATA_TYPE.float, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }

  /** Adds a constant list of whole numbers and returns its name. */
  integers(name: string, values: readonly number[]): string {
    const data = new BigInt64Array(values.map(BigInt));
    return this.#constant(name, [values.length], DATA_TYPE.int64, new Uint8Array(data.buffer));
  }

  /** The bytes of the model, whose output is the tensor `last`. */
  finish(name: string, last: string): Uint8Array {
    this.#graph.message(1, node('Identity', this.#output.name, [last], {}));
    this.#graph.text(2, name).message(11, border(this.#input)).message(12, border(this.#output));
    const opset = new ProtobufWriter().text(1, '').varint(2, OPSET);
    const model = new ProtobufWriter().varint(1, IR_VERSION).text(2, '@animals/transfer');
    return model.message(7, this.#graph).message(8, opset).finish();
  }

  #constant(name: string, shape: readonly number[], dataType: number, raw: Uint8Array): string {
    const own = this.#unique(name);
    const tensor = new ProtobufWriter();
    for (const side of shape) tensor.varint(1, side);
    this.#graph.message(5, tensor.varint(2, dataType).text(8, own).bytes(9, raw));
    return own;
  }

  #unique(name: string): string {
    const taken = this.#names.get(name) ?? 0;
    this.#names.set(name, taken + 1);
    return taken === 0 ? name : `${name}_${taken}`;
  }
}

function node(
  op: string,
  output: string,
  inputs: readonly string[],
  attributes: Record<string, OnnxAttribute>,
): ProtobufWriter {
  const made = new ProtobufWriter();
  for (const input of inputs) made.text(1, input);
  made.text(2, output).text(3, output).text(4, op);
  for (const [key, value] of Object.entries(attributes)) made.message(5, attribute(key, value));
  return made;
}

function attribute(name: string, value: OnnxAttribute): ProtobufWriter {
  const made = new ProtobufWriter().text(1, name);
  if (typeof value === 'number') return made.varint(3, value).varint(20, ATTRIBUTE_TYPE.int);
  if ('float' in value) return made.float(2, value.float).varint(20, ATTRIBUTE_TYPE.float);
  for (const each of value) made.varint(8, each);
  return made.varint(20, ATTRIBUTE_TYPE.ints);
}

function border({ name, shape }: OnnxBorder): ProtobufWriter {
  const sides = new ProtobufWriter().message(1, new ProtobufWriter().text(2, 'n'));
  for (const side of shape) sides.message(1, new ProtobufWriter().varint(1, side));
  const tensor = new ProtobufWriter().varint(1, DATA_TYPE.float).message(2, sides);
  return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
}
