/** Reads the bits of a scan one by one, and copies those that are wanted to another scan. */
export interface BitCopier {
  /** Whether the bits that are read now are copied. */
  keep: boolean;
  /** @throws Error at the end of the data */
  bit(): number;
  /** Goes to the next restart marker, in both scans. @throws Error if there is none */
  restart(): void;
  /** The copy, filled up to whole bytes. */
  finish(): Uint8Array;
}

/** Starts at the first bit of a scan's coded pixels, which have zeros stuffed in behind 0xFF. */
export function createBitCopier(coded: Uint8Array): BitCopier {
  const out = new Uint8Array(2 * coded.length + 16);
  let from = 0;
  let byte = 0;
  let left = 0;
  let to = 0;
  let held = 0;
  let count = 0;
  const write = (bit: number) => {
    held = (held << 1) | bit;
    if (++count < 8) return;
    out[to++] = held;
    if ((held & 255) === 255) out[to++] = 0;
    held = 0;
    count = 0;
  };
  const fillUp = () => {
    while (count > 0) write(1);
  };
  return {
    keep: true,
    bit() {
      if (left === 0) {
        byte = nextByte(coded, from);
        from += byte === 255 ? 2 : 1;
        left = 8;
      }
      const bit = (byte >> --left) & 1;
      if (this.keep) write(bit);
      return bit;
    },
    restart() {
      const marker = coded[from + 1] as number;
      if (coded[from] !== 255 || !(marker >= 0xd0 && marker <= 0xd7))
        throw new Error('a JPEG restart marker is missing');
      fillUp();
      out.set([255, marker], to);
      to += 2;
      from += 2;
      left = 0;
    },
    finish() {
      fillUp();
      return out.slice(0, to);
    },
  };
}

function nextByte(coded: Uint8Array, at: number): number {
  const byte = coded[at];
  if (byte === undefined || (byte === 255 && coded[at + 1] !== 0)) throw new Error('the JPEG scan ends too early');
  return byte;
}
