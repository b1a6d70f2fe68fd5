import { ArgumentError, DataError } from '@animals/core';
import { halfToFloat } from './half-to-float.ts';
import type { NamedWeight, NamedWeights } from './named-weights.ts';
import { plainBytes } from './plain-bytes.ts';

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

const HEADER_LIMIT = 100_000_000;
const PREFIX = 8;

/**
 * Reads a .safetensors file; half floats (F16, BF16) are widened, and tensors come in the order of their bytes.
 *
 * @param path names the file in errors.
 * @throws DataError if the header is no such header, or an entry does not fit the bytes.
 * @see https://github.com/huggingface/safetensors
 */
export function readSafetensors(bytes: Uint8Array, path = 'safetensors'): NamedWeights {
  const { entries, body } = readHeader(plainBytes(bytes), path);
  return entries
    .sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0])
    .map(([name, entry]) => readTensor(name, entry, body, path));
}

function readHeader(bytes: Uint8Array, path: string): { entries: [string, Entry][]; body: Uint8Array } {
  if (bytes.length < PREFIX) throw new DataError(path, `is no safetensors file: it ends after ${bytes.length} bytes`);
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (length > HEADER_LIMIT || length > bytes.length - PREFIX) {
    throw new DataError(path, `is no safetensors file, or cut short: its header would be ${length} bytes long`);
  }
  const header = parse(bytes.subarray(PREFIX, PREFIX + length), path);
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
  for (const [name, entry] of entries) if (!isEntry(entry)) throw new DataError(path, `its entry ${name} is malformed`);
  return { entries: entries as [string, Entry][], body: bytes.subarray(PREFIX + length) };
}

function parse(bytes: Uint8Array, path: string): object {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof header === 'object' && header !== null && !Array.isArray(header)) return header;
  } catch (cause) {
    throw new DataError(path, 'its header is no JSON', { cause });
  }
  throw new DataError(path, 'its header is no JSON object');
}

function isEntry(entry: unknown): entry is Entry {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Partial<Entry>;
  const areSizes = (list: unknown): list is number[] =>
    Array.isArray(list) && list.every((size) => Number.isSafeInteger(size) && size >= 0);
  return typeof dtype === 'string' && areSizes(shape) && areSizes(offsets) && offsets.length === 2;
}

const WIDTHS: Readonly<Record<string, number>> = { F64: 8, F32: 4, F16: 2, BF16: 2, I64: 8, I32: 4 };

function readTensor(
  name: string,
  { dtype, shape, data_offsets: [start, end] }: Entry,
  body: Uint8Array,
  path: string,
): NamedWeight {
  const count = shape.reduce((a, b) => a * b, 1);
  const width = WIDTHS[dtype];
  if (!width) throw new DataError(path, `its tensor ${name} is of type ${dtype}, which is not read here`);
  if (end - start !== count * width || end > body.length) {
    throw new DataError(path, `its tensor ${name} of shape [${shape}] does not fit bytes ${start} to ${end}`);
  }
  // A copy, so that it begins at a multiple of its width.
  const { buffer } = body.slice(start, end);
  if (dtype[0] === 'I') return { name, shape, dtype: 'int32', data: integers(dtype, buffer) };
  return { name, shape, dtype: 'float32', data: floats(dtype, buffer) };
}

function integers(dtype: string, buffer: ArrayBuffer): Int32Array {
  return dtype === 'I32' ? new Int32Array(buffer) : Int32Array.from(new BigInt64Array(buffer), Number);
}

function floats(dtype: string, buffer: ArrayBuffer): Float32Array {
  if (dtype === 'F32') return new Float32Array(buffer);
  if (dtype === 'F64') return new Float32Array(new Float64Array(buffer));
  const halves = new Uint16Array(buffer);
  // The upper half of a float is a bfloat.
  if (dtype === 'BF16') return new Float32Array(Uint32Array.from(halves, (bits) => bits << 16).buffer);
  return Float32Array.from(halves, halfToFloat);
}

/**
 * Writes weights as a .safetensors file, in their order; reading it gives them back bit by bit.
 *
 * @throws ArgumentError if a name is there twice or is `__metadata__`, or values do not fill a shape.
 */
export function writeSafetensors(weights: NamedWeights): Uint8Array {
  const header: Record<string, Entry> = {};
  let offset = 0;
  for (const { name, shape, dtype, data } of weights) {
    checkWeight({ name, shape, dtype, data }, header);
    const end = offset + data.byteLength;
    header[name] = { dtype: dtype === 'int32' ? 'I32' : 'F32', shape, data_offsets: [offset, end] };
    offset = end;
  }
  return assemble(header, weights, offset);
}

function checkWeight({ name, shape, data }: NamedWeight, header: object): void {
  if (name === '__metadata__' || Object.hasOwn(header, name)) {
    throw new ArgumentError('weights', `weights must have names of their own, got ${name} twice or reserved`);
  }
  const count = shape.reduce((a, b) => a * b, 1);
  if (data.length === count) return;
  throw new ArgumentError(
    'weights',
    `weights must fill their shapes, got ${data.length} values for ${name} [${shape}]`,
  );
}

function assemble(header: object, weights: NamedWeights, size: number): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  // Blanks after the header put the first tensor at a multiple of 8.
  const length = Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(PREFIX + length + size).fill(0x20, PREFIX, PREFIX + length);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(json, PREFIX);
  let at = PREFIX + length;
  for (const { data } of weights) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}
