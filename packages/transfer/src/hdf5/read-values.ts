import { DataError } from '@animals/core';
import { halfToFloat } from '../formats/half-to-float.ts';
import type { Datatype } from './read-datatype.ts';

/** Turns a dataset's bytes into numbers: floats of 2, 4 or 8 bytes into float32, whole numbers into int32. */
export function readValues(bytes: Uint8Array, datatype: Datatype, path: string): Float32Array | Int32Array {
  const read = readerOf(datatype);
  if (!read || (datatype.kind !== 'float' && datatype.kind !== 'signed' && datatype.kind !== 'unsigned')) {
    throw new DataError(
      path,
      `holds a dataset of ${datatype.kind} values of ${datatype.size} bytes, which is not read here`,
    );
  }
  const { kind, size, isBigEndian } = datatype;
  const count = Math.floor(bytes.length / size);
  if (kind === 'float' && size === 4 && !isBigEndian) {
    // A copy, so that it begins at a multiple of four.
    return new Float32Array(bytes.slice(0, count * 4).buffer);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const value = (_: unknown, i: number) => read(view, i * size, !isBigEndian);
  return kind === 'float' ? Float32Array.from({ length: count }, value) : Int32Array.from({ length: count }, value);
}

type Read = (view: DataView, at: number, isLittle: boolean) => number;

const READERS: Readonly<Record<string, Read>> = {
  float2: (view, at, little) => halfToFloat(view.getUint16(at, little)),
  float4: (view, at, little) => view.getFloat32(at, little),
  float8: (view, at, little) => view.getFloat64(at, little),
  signed1: (view, at) => view.getInt8(at),
  signed2: (view, at, little) => view.getInt16(at, little),
  signed4: (view, at, little) => view.getInt32(at, little),
  signed8: (view, at, little) => Number(view.getBigInt64(at, little)),
  unsigned1: (view, at) => view.getUint8(at),
  unsigned2: (view, at, little) => view.getUint16(at, little),
  unsigned4: (view, at, little) => view.getUint32(at, little),
  unsigned8: (view, at, little) => Number(view.getBigUint64(at, little)),
};

function readerOf({ kind, size }: Datatype): Read | undefined {
  return READERS[`${kind}${size}`];
}
