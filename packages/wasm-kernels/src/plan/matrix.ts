import type { WasmContext } from '../wasm/wasm-context.ts';
import { planGemm } from './gemm-plan.ts';

/** A matrix in the memory of the backend: address in bytes, strides in floats. */
export interface Matrix {
  readonly address: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** A row-major matrix, or its transpose. */
export function matrix(address: number, rows: number, columns: number, transposed: boolean): Matrix {
  return transposed ? { address, rowStride: 1, columnStride: rows } : { address, rowStride: columns, columnStride: 1 };
}

/** c[m x n] = a[m x k] * b[k x n], c row-major. */
export function multiply(
  context: WasmContext,
  [m, n, k]: readonly [number, number, number],
  a: Matrix,
  b: Matrix,
  c: number,
) {
  const plan = planGemm(m, n, k, b.columnStride === 1);
  context.exports.gemm(
    m,
    n,
    k,
    a.address,
    a.rowStride,
    a.columnStride,
    b.address,
    b.rowStride,
    b.columnStride,
    c,
    n,
    false,
    plan.rowBlock,
    plan.columnBlock,
    plan.depthBlock,
    plan.direct,
    context.scratch(plan.scratchBytes),
  );
}
