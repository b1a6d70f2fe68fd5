import type { Operand } from './operand.ts';
import type { ProductKernel } from './product-kernel.ts';

const ROWS = 192;
const DEPTH = 256;

/**
 * Inner products of each row of a with each of b: [a.rows * b.rows], in double precision.
 *
 * Where a and b are the same operand, the lower half is computed and mirrored.
 */
export function innerProducts(kernel: ProductKernel, a: Operand, b: Operand): Float64Array {
  const result = new Float64Array(a.rows * b.rows);
  for (let i = 0; i < a.rows; i += ROWS) {
    for (let j = 0; j < b.rows && (a !== b || j <= i); j += ROWS) {
      const size = { m: Math.min(ROWS, a.rows - i), n: Math.min(ROWS, b.rows - j) };
      copyBlock(productBlock(kernel, { a, i, b, j, ...size }), size, result, { at: i * b.rows + j, stride: b.rows });
      if (a === b && j < i) mirror(result, a.rows, { i, j, ...size });
    }
  }
  return result;
}

interface Block {
  readonly a: Operand;
  readonly i: number;
  readonly m: number;
  readonly b: Operand;
  readonly j: number;
  readonly n: number;
}

function productBlock(kernel: ProductKernel, { a, i, m, b, j, n }: Block): Float64Array {
  const panels = kernel.panels(ROWS, DEPTH);
  panels.c.fill(0, 0, m * n);
  for (let from = 0; from < a.depth; from += DEPTH) {
    const to = Math.min(from + DEPTH, a.depth);
    const depth = (to - from + 1) & ~1;
    if (depth > to - from) {
      // The last, odd place of each row is read too.
      panels.a.fill(0, 0, m * depth);
      panels.b.fill(0, 0, n * depth);
    }
    a.fill(panels.a, depth, { row: i, rows: m, from, to });
    b.fill(panels.b, depth, { row: j, rows: n, from, to });
    kernel.addProducts(panels, { m, n, depth });
  }
  return panels.c;
}

interface Place {
  readonly at: number;
  readonly stride: number;
}

function copyBlock(
  block: Float64Array,
  { m, n }: { m: number; n: number },
  to: Float64Array,
  { at, stride }: Place,
): void {
  for (let r = 0; r < m; r++) to.set(block.subarray(r * n, r * n + n), at + r * stride);
}

function mirror(square: Float64Array, size: number, { i, m, j, n }: Omit<Block, 'a' | 'b'>): void {
  for (let r = i; r < i + m; r++) {
    for (let s = j; s < j + n; s++) square[s * size + r] = square[r * size + s] as number;
  }
}
