import { type TensorInfo, util } from '@tensorflow/tfjs-core';

/** Rows and channels of a normalisation over the last axis of float32 tensors; null for every other. */
export function normShape(
  x: TensorInfo,
  vectors: readonly (TensorInfo | null | undefined)[],
): { readonly rows: number; readonly columns: number } | null {
  const columns = x.shape[x.shape.length - 1] ?? 0;
  const size = util.sizeFromShape(x.shape);
  if (x.dtype !== 'float32' || size === 0) return null;
  const fits = vectors.every(
    (vector) => !vector || (vector.dtype === 'float32' && vector.shape.length === 1 && vector.shape[0] === columns),
  );
  return fits ? { rows: size / columns, columns } : null;
}
