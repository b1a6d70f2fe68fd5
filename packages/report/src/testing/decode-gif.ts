/** A decoded frame of a GIF: its place, delay in ms, and RGB pixels of the whole picture after it. */
export interface GifFrame {
  readonly delay: number;
  readonly box: readonly [left: number, top: number, width: number, height: number];
  readonly rgb: Uint8Array;
}

/** Indices of compressed codes, by the rules of the specification and nothing of the encoder's; for tests. */
function unlzw(data: readonly number[], depth: number): number[] {
  const clear = 1 << depth;
  let table: number[][] = [];
  let width = depth + 1;
  const reset = () => {
    table = Array.from({ length: clear + 2 }, (_, i) => (i < clear ? [i] : []));
    width = depth + 1;
  };
  reset();
  const out: number[] = [];
  let bit = 0;
  let before: number[] | null = null;
  for (;;) {
    let code = 0;
    for (let i = 0; i < width; i++, bit++) code |= (((data[bit >> 3] as number) >> (bit & 7)) & 1) << i;
    if (code === clear) {
      reset();
      before = null;
      continue;
    }
    if (code === clear + 1) return out;
    const entry: number[] = table[code] ?? [...(before as number[]), (before as number[])[0] as number];
    out.push(...entry);
    if (before && table.length < 4096) {
      table.push([...before, entry[0] as number]);
      if (table.length === 1 << width && width < 12) width += 1;
    }
    before = entry;
  }
}

/** Decodes a GIF with a global table of colours, for tests. */
export function decodeGif(bytes: Uint8Array): { loop: number | null; frames: GifFrame[] } {
  const word = (at: number) => (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
  const [width, height] = [word(6), word(8)];
  const colours = 2 << ((bytes[10] as number) & 7);
  const palette = bytes.subarray(13, 13 + colours * 3);
  const canvas = new Uint8Array(width * height * 3);
  let [at, delay] = [13 + colours * 3, 0];
  let loop: number | null = null;
  const frames: GifFrame[] = [];
  const readBlocks = () => {
    const data: number[] = [];
    while (bytes[at] !== 0) {
      data.push(...bytes.subarray(at + 1, at + 1 + (bytes[at] as number)));
      at += 1 + (bytes[at] as number);
    }
    at += 1;
    return data;
  };
  while (bytes[at] !== 0x3b) {
    if (bytes[at] === 0x21) {
      const kind = bytes[at + 1];
      at += 2;
      const data = readBlocks();
      if (kind === 0xf9) delay = ((data[1] as number) | ((data[2] as number) << 8)) * 10;
      else loop = (data[12] as number) | ((data[13] as number) << 8);
    } else {
      const box = [word(at + 1), word(at + 3), word(at + 5), word(at + 7)] as const;
      const depth = bytes[at + 10] as number;
      at += 11;
      unlzw(readBlocks(), depth).forEach((index, i) => {
        const pixel = (box[1] + Math.floor(i / box[2])) * width + box[0] + (i % box[2]);
        canvas.set(palette.subarray(index * 3, index * 3 + 3), pixel * 3);
      });
      frames.push({ delay, box, rgb: canvas.slice() });
    }
  }
  return { loop, frames };
}
