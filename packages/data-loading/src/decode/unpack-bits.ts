/**
 * Unpacks PackBits to exactly `length` bytes; what comes after them is not read.
 *
 * @throws Error if the data ends before.
 * @see TIFF 6.0, section 9.
 */
export function unpackBits(data: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  let to = 0;
  while (to < length) {
    const head = data[at++];
    if (head === undefined) throw new Error(`the PackBits data ends after ${to} of ${length} bytes`);
    if (head === 128) continue;
    if (head > 128) {
      out.fill(data[at++] ?? 0, to, to + 257 - head);
      to += 257 - head;
    } else {
      out.set(data.subarray(at, at + Math.min(head + 1, length - to)), to);
      at += head + 1;
      to += head + 1;
    }
    if (at > data.length) throw new Error('the PackBits data ends within a run');
  }
  return out;
}
