/** Fields of a message by number: numbers for varints, bytes for all else. */
export type ProtobufFields = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

/** Takes a message of Protocol Buffers apart, one level deep. */
export function readProtobuf(bytes: Uint8Array): ProtobufFields {
  const fields = new Map<number, (number | Uint8Array)[]>();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] as number;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = varint();
    const value = tag % 8 === 0 ? varint() : take(tag % 8 === 5 ? 4 : varint());
    fields.set(Math.floor(tag / 8), [...(fields.get(Math.floor(tag / 8)) ?? []), value]);
  }
  return fields;
}
