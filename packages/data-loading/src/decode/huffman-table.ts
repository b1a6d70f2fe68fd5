/** A Huffman code: how many codes there are of 1 to 16 bits, and their symbols in order. */
export interface HuffmanTable {
  readonly counts: Uint8Array;
  readonly symbols: Uint8Array;
}

/**
 * Takes the tables out of a DHT segment, by class and number: DC 0 is 0, AC 0 is 16.
 *
 * @throws Error if the segment is cut short.
 */
export function readHuffmanTables(segment: Uint8Array): Map<number, HuffmanTable> {
  const tables = new Map<number, HuffmanTable>();
  for (let at = 0; at < segment.length; ) {
    const counts = segment.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const symbols = segment.subarray(at + 17, at + 17 + total);
    if (counts.length < 16 || symbols.length < total) throw new Error('a JPEG Huffman table is cut short');
    tables.set(segment[at] as number, { counts, symbols });
    at += 17 + total;
  }
  return tables;
}

/** Reads one symbol bit by bit. @throws Error if there is no such code */
export function readSymbol({ counts, symbols }: HuffmanTable, bit: () => number): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 0; length < 16; length++) {
    code |= bit();
    const count = counts[length] as number;
    if (code - first < count) return symbols[index + code - first] as number;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new Error('a JPEG Huffman code is unknown');
}
