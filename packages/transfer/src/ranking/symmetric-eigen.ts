/** Eigenvalues of a symmetric matrix, and its eigenvectors as rows. */
export interface Eigen {
  readonly values: Float64Array;
  /** Row-major: vector i is row i. */
  readonly vectors: Float64Array;
}

const MAX_SWEEPS = 60;

/**
 * Diagonalises a symmetric matrix of n rows by Jacobi's rotations; exact to rounding, some 10 n^3 operations.
 *
 * @see Golub and Van Loan, "Matrix Computations", section 8.5
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const m = Float64Array.from(matrix);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  const scale = m.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < MAX_SWEEPS && offDiagonal(m, n) > 1e-24 * scale; sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) annihilate(m, vectors, n, p, q);
  }
  return { values: Float64Array.from({ length: n }, (_, i) => m[i * n + i] as number), vectors };
}

function offDiagonal(m: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += 2 * (m[i * n + j] as number) ** 2;
  return sum;
}

/** Rotates rows and columns p and q so that their common element becomes 0. */
function annihilate(m: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const apq = m[p * n + q] as number;
  if (apq === 0) return;
  const theta = ((m[q * n + q] as number) - (m[p * n + p] as number)) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  rotate(m, n, p, q, c, s);
  rotate(vectors, n, p, q, c, s);
  for (let k = 0; k < n; k++) {
    const kp = m[k * n + p] as number;
    const kq = m[k * n + q] as number;
    m[k * n + p] = c * kp - s * kq;
    m[k * n + q] = s * kp + c * kq;
  }
}

/** Rotates rows p and q. */
function rotate(m: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let i = p * n, j = q * n, end = i + n; i < end; i++, j++) {
    const a = m[i] as number;
    const b = m[j] as number;
    m[i] = c * a - s * b;
    m[j] = s * a + c * b;
  }
}
