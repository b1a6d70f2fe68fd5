/** Rows and columns that a window looks at beyond the picture: by name, or [[above, below], [left, right]]. */
export type Padding = 'valid' | 'same' | readonly [readonly [number, number], readonly [number, number]];

interface WindowSpec {
  readonly padding: Padding;
  /** Height and width of what it slides over. */
  readonly size: readonly number[];
  /** Height and width from its first to its last row and column. */
  readonly window: readonly number[];
  readonly strides: readonly number[];
}

/** Padding as ONNX has it, [above, left, below, right]; the odd row of 'same' goes below, as TensorFlow has it. */
export function explicitPads({ padding, size, window, strides }: WindowSpec): number[] {
  if (padding === 'valid') return [0, 0, 0, 0];
  const [[above, below], [left, right]] =
    padding === 'same' ? [same(0, size, window, strides), same(1, size, window, strides)] : padding;
  return [above, left, below, right];
}

function same(axis: 0 | 1, ...sides: [size: readonly number[], window: readonly number[], strides: readonly number[]]) {
  const [size, window, stride] = sides.map((each) => each[axis]) as [number, number, number];
  const total = Math.max((Math.ceil(size / stride) - 1) * stride + window - size, 0);
  return [Math.floor(total / 2), Math.ceil(total / 2)] as const;
}
