/** Whether two shapes are one. */
export function sameShape(a: readonly number[], b: readonly number[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((size, axis) => size === b[axis]);
}
