import { describe, expect, it } from 'vitest';
import { readProtobuf } from '../testing/read-protobuf.ts';
import { ProtobufWriter } from './protobuf-writer.ts';

const hex = (writer: ProtobufWriter) => Buffer.from(writer.finish()).toString('hex');

describe('ProtobufWriter', () => {
  it('writes the examples of the encoding guide', () => {
    // https://protobuf.dev/programming-guides/encoding: Test1 { a: 150 }, Test2 { b: "testing" }, Test3 { c: { a: 150 } }.
    expect(hex(new ProtobufWriter().varint(1, 150))).toBe('089601');
    expect(hex(new ProtobufWriter().text(2, 'testing'))).toBe('120774657374696e67');
    expect(hex(new ProtobufWriter().message(3, new ProtobufWriter().varint(1, 150)))).toBe('1a03089601');
    expect(hex(new ProtobufWriter().float(2, 1))).toBe('150000803f');
  });

  it('has room for sizes beyond 32 bits, and fields beyond 15', () => {
    for (const value of [0, 127, 128, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
      expect(readProtobuf(new ProtobufWriter().varint(20, value).finish()).get(20)).toEqual([value]);
    }
  });
});
