/** Colours of a GIF, and which of them a pixel takes. */
export interface GifPalette {
  /** RGB, 3 bytes a colour. */
  readonly colours: Uint8Array;
  /** Index of the colour that stands for one of 0 to 255 each. */
  indexOf(red: number, green: number, blue: number): number;
}

/** A bin of 8 by 8 by 8 neighbouring colours. */
interface Bin {
  readonly key: number;
  readonly count: number;
  /** Mean of the colours that fell into it. */
  readonly mean: readonly [number, number, number];
}

interface Box {
  readonly bins: readonly Bin[];
  /** Sum of squared distances from the mean along the axis where it is largest. */
  readonly spread: number;
  readonly axis: 0 | 1 | 2;
  readonly mean: readonly [number, number, number];
}

const keyOf = (red: number, green: number, blue: number) => ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);

function binsOf(frames: readonly Uint8Array[]): Bin[] {
  const counts = new Float64Array(1 << 15);
  const sums = new Float64Array(3 << 15);
  for (const pixels of frames) {
    for (let i = 0; i < pixels.length; i += 3) {
      const key = keyOf(pixels[i] as number, pixels[i + 1] as number, pixels[i + 2] as number);
      counts[key]! += 1;
      for (let c = 0; c < 3; c++) sums[key * 3 + c]! += pixels[i + c] as number;
    }
  }
  const bins: Bin[] = [];
  counts.forEach((count, key) => {
    if (count === 0) return;
    const [red, green, blue] = sums.subarray(key * 3, key * 3 + 3) as unknown as [number, number, number];
    bins.push({ key, count, mean: [red / count, green / count, blue / count] });
  });
  return bins;
}

function boxOf(bins: readonly Bin[]): Box {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const axes = [0, 1, 2] as const;
  const mean = axes.map((axis) => bins.reduce((sum, bin) => sum + bin.mean[axis] * bin.count, 0) / total) as [
    number,
    number,
    number,
  ];
  const spreads = axes.map((axis) =>
    bins.reduce((sum, bin) => sum + bin.count * (bin.mean[axis] - mean[axis]) ** 2, 0),
  );
  const axis = axes.reduce((a, b) => ((spreads[b] as number) > (spreads[a] as number) ? b : a));
  return { bins, axis, mean, spread: spreads[axis] as number };
}

/** Splits the box that differs most within itself at its mean until there are as many as colours. */
function boxesOf(bins: readonly Bin[], colours: number): Box[] {
  const boxes = [boxOf(bins)];
  while (boxes.length < colours) {
    const at = boxes.reduce((best, box, i) => (box.spread > (boxes[best] as Box).spread ? i : best), 0);
    const { bins: own, axis, mean, spread } = boxes[at] as Box;
    if (spread === 0) break;
    const low = own.filter((bin) => bin.mean[axis] <= mean[axis]);
    const high = own.filter((bin) => bin.mean[axis] > mean[axis]);
    boxes.splice(at, 1, boxOf(low), boxOf(high));
  }
  return boxes;
}

/** The exact colours if there are few enough, in the order of their numbers. */
function exactPalette(frames: readonly Uint8Array[], colours: number): GifPalette | null {
  const found = new Set<number>();
  for (const pixels of frames) {
    for (let i = 0; i < pixels.length; i += 3) {
      found.add(((pixels[i] as number) << 16) | ((pixels[i + 1] as number) << 8) | (pixels[i + 2] as number));
      if (found.size > colours) return null;
    }
  }
  const sorted = [...found].sort((a, b) => a - b);
  const indices = new Map(sorted.map((colour, i) => [colour, i]));
  return {
    colours: Uint8Array.from(sorted.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    indexOf: (red, green, blue) => indices.get((red << 16) | (green << 8) | blue) as number,
  };
}

/**
 * Chooses at most so many colours for all frames together: the exact ones where they suffice, else the means of boxes,
 * split where the colours differ most.
 *
 * @param frames RGB, one byte a channel.
 * @see Wu (1992), Color quantization by dynamic programming and principal analysis: variance decides, not counts.
 */
export function gifPalette(frames: readonly Uint8Array[], colours: number): GifPalette {
  const exact = exactPalette(frames, colours);
  if (exact) return exact;
  const boxes = boxesOf(binsOf(frames), colours);
  const table = new Uint8Array(1 << 15);
  boxes.forEach(({ bins }, index) => {
    for (const { key } of bins) table[key] = index;
  });
  return {
    colours: Uint8Array.from(boxes.flatMap(({ mean }) => mean.map(Math.round))),
    indexOf: (red, green, blue) => table[keyOf(red, green, blue)] as number,
  };
}
