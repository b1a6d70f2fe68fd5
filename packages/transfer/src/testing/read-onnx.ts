import { type ProtobufFields, readProtobuf } from './read-protobuf.ts';

/** What a test looks at of an ONNX model. */
export interface OnnxContents {
  readonly input: string;
  readonly output: string;
  readonly nodes: readonly { op: string; inputs: string[]; output: string; ints: Record<string, number[]> }[];
  readonly constants: ReadonlyMap<string, { shape: number[]; data: Float32Array | BigInt64Array }>;
}

/** Reads the nodes and constants of an ONNX model, by the field numbers of onnx.proto. */
export function readOnnx(model: Uint8Array): OnnxContents {
  const graph = messages(readProtobuf(model), 7)[0] as ProtobufFields;
  return {
    input: text(messages(graph, 11)[0], 1),
    output: text(messages(graph, 12)[0], 1),
    nodes: messages(graph, 1).map((node) => ({
      op: text(node, 4),
      inputs: (node.get(1) ?? []).map(decode),
      output: text(node, 2),
      ints: Object.fromEntries(
        messages(node, 5).map((each) => [
          text(each, 1),
          [each.get(3), each.get(8)].flatMap((i) => i ?? []) as number[],
        ]),
      ),
    })),
    constants: new Map(messages(graph, 5).map((tensor) => [text(tensor, 8), constant(tensor)])),
  };
}

function constant(tensor: ProtobufFields) {
  // A copy, so that it begins at a multiple of its width.
  const { buffer } = Uint8Array.from(tensor.get(9)?.[0] as Uint8Array);
  const data = tensor.get(2)?.[0] === 1 ? new Float32Array(buffer) : new BigInt64Array(buffer);
  return { shape: (tensor.get(1) ?? []) as number[], data };
}

const decode = (bytes: unknown) => new TextDecoder().decode(bytes as Uint8Array);
const text = (fields: ProtobufFields | undefined, field: number) => decode(fields?.get(field)?.[0]);
const messages = (fields: ProtobufFields, field: number) =>
  (fields.get(field) ?? []).map((bytes) => readProtobuf(bytes as Uint8Array));
