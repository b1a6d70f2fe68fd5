/** How a field of a protocol buffer is stored. */
const [VARINT, DOUBLE, BYTES, FLOAT] = [0, 1, 2, 5];

/** The first event of every file. */
export function versionEvent(wallTime: number): Uint8Array {
  return joined([double(1, wallTime), text(3, 'brain.Event:2')]);
}

/** An event that holds one number under a name. @see tensorflow/core/util/event.proto and summary.proto */
export function scalarEvent(
  tag: string,
  value: number,
  { step, wallTime }: { readonly step: number; readonly wallTime: number },
): Uint8Array {
  const summary = message(1, [text(1, tag), float(2, value)]);
  return joined([double(1, wallTime), key(2, VARINT), varint(step), message(5, [summary])]);
}

/** The step of an event that this file's functions made; 0 where it has none. */
export function stepOf(event: Uint8Array): number {
  // The wall time, nine bytes, comes first.
  if (event[9] !== ((2 << 3) | VARINT)) return 0;
  let [step, place] = [0, 1];
  for (let at = 10; at < event.length; at++, place *= 128) {
    const byte = event[at] as number;
    step += (byte & 0x7f) * place;
    if (byte < 0x80) return step;
  }
  return 0;
}

function key(field: number, kind: number): Uint8Array {
  return varint((field << 3) | kind);
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return Uint8Array.from([...bytes, rest]);
}

function double(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return joined([key(field, DOUBLE), bytes]);
}

function float(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return joined([key(field, FLOAT), bytes]);
}

function text(field: number, value: string): Uint8Array {
  return message(field, [new TextEncoder().encode(value)]);
}

function message(field: number, parts: readonly Uint8Array[]): Uint8Array {
  const content = joined(parts);
  return joined([key(field, BYTES), varint(content.length), content]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
