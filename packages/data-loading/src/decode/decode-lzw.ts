/** How codes lie in the bytes, and when they grow. */
export interface LzwOptions {
  /** Bits of a literal: 8 in TIFF, 2 to 8 in GIF. */
  readonly literalBits: number;
  /** GIF fills bytes from the lowest bit and lets codes grow when they must, TIFF from the highest and one code early. */
  readonly flavour: 'gif' | 'tiff';
}

const MOST_CODES = 4096;

/**
 * Decodes LZW data to exactly `length` bytes; what comes after them is not read.
 *
 * @throws Error if the data ends before, or holds a code that was never made.
 * @see Welch, A technique for high-performance data compression, 1984; GIF89a, appendix F; TIFF 6.0, section 13.
 */
export function decodeLzw(data: Uint8Array, length: number, { literalBits, flavour }: LzwOptions): Uint8Array {
  const clear = 2 ** literalBits;
  const out = new Uint8Array(length);
  const table = createTable(clear);
  const nextCode = flavour === 'gif' ? lowestBitFirst(data) : highestBitFirst(data);
  const early = flavour === 'tiff' ? 1 : 0;
  let at = 0;
  let bits = literalBits + 1;
  let before = -1;
  while (at < length) {
    const code = nextCode(bits);
    if (code < 0 || code === clear + 1) throw new Error(`the LZW data ends after ${at} of ${length} bytes`);
    if (code === clear) {
      table.reset();
      bits = literalBits + 1;
      before = -1;
      continue;
    }
    at += table.write(code, before, out, at);
    if (table.size + early >= 2 ** bits && bits < 12) bits++;
    before = code;
  }
  return out;
}

/** Each code stands for another code and one more byte; literals stand for themselves. */
function createTable(clear: number) {
  const prefix = new Int16Array(MOST_CODES);
  const last = new Uint8Array(MOST_CODES);
  const first = new Uint8Array(MOST_CODES);
  const lengths = new Uint16Array(MOST_CODES);
  for (let i = 0; i < clear; i++) {
    last[i] = i;
    first[i] = i;
    lengths[i] = 1;
  }
  let size = clear + 2;
  const add = (before: number, byte: number) => {
    prefix[size] = before;
    last[size] = byte;
    first[size] = first[before] as number;
    lengths[size] = (lengths[before] as number) + 1;
    size++;
  };
  return {
    get size() {
      return size;
    },
    reset() {
      size = clear + 2;
    },
    /** Writes what a code stands for, as far as there is room, and gives its length; makes the code that it completes. */
    write(code: number, before: number, out: Uint8Array, at: number): number {
      if (code > size || (code === size && before < 0) || (before < 0 && code >= clear))
        throw new Error(`LZW code ${code} was never made`);
      if (before >= 0 && size < MOST_CODES) add(before, first[code === size ? before : code] as number);
      const length = lengths[code] as number;
      for (let i = at + length - 1, c = code; i >= at; i--, c = prefix[c] as number) out[i] = last[c] as number;
      return length;
    },
  };
}

function lowestBitFirst(data: Uint8Array): (bits: number) => number {
  let held = 0;
  let count = 0;
  let at = 0;
  return (bits) => {
    while (count < bits) {
      if (at >= data.length) return -1;
      held |= (data[at++] as number) << count;
      count += 8;
    }
    const code = held & (2 ** bits - 1);
    held >>>= bits;
    count -= bits;
    return code;
  };
}

function highestBitFirst(data: Uint8Array): (bits: number) => number {
  let held = 0;
  let count = 0;
  let at = 0;
  return (bits) => {
    while (count < bits) {
      if (at >= data.length) return -1;
      held = ((held << 8) | (data[at++] as number)) & 0xfffff;
      count += 8;
    }
    count -= bits;
    return (held >>> count) & (2 ** bits - 1);
  };
}
