/** Whether two shapes are one: a convolution of one pixel, [1, 1, in, out], and a dense layer, [in, out], are. */
export function sameShape(a: readonly number[], b: readonly number[] | undefined): boolean {
  if (b === undefined) return false;
  const [from, to] = a.length === b.length ? [a, b] : [inner(a), inner(b)];
  return from.length === to.length && from.every((size, axis) => size === to[axis]);
}

function inner(shape: readonly number[]): readonly number[] {
  const [first, second] = shape;
  return shape.length === 4 && first === 1 && second === 1 ? shape.slice(2) : shape;
}
