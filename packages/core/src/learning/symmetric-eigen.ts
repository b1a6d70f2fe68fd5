/** Eigenvalues of a symmetric matrix, largest first, and the eigenvectors that belong to them. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** One eigenvector a row, each of length 1, in the order of the values. */
  readonly vectors: Float64Array;
}

const MAX_TURNS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix of n rows; only its lower triangle is read.
 *
 * Householder's reflections make it tridiagonal, implicit QL steps make that diagonal: about 6 n^3 operations.
 * Vectors are orthonormal to rounding; their signs are left as they come.
 * @see Golub and Van Loan, "Matrix Computations", 4th edition, algorithms 8.3.1 and 8.3.2
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const a = matrix.slice();
  const diagonal = new Float64Array(n);
  const off = new Float64Array(n);
  const scales = reduce(a, n, diagonal, off);
  const vectors = accumulate(a, n, scales);
  for (let l = 0; l < n; l++) settle(l, n, { diagonal, off, vectors });
  return sorted(diagonal, vectors, n);
}

/**
 * Reduces a to tridiagonal form from the last row up. Row i keeps its reflector u in its first i places, and the
 * returned scale h_i = |u|^2 / 2 (0 where the row needed none).
 */
function reduce(a: Float64Array, n: number, diagonal: Float64Array, off: Float64Array): Float64Array {
  const scales = new Float64Array(n);
  const p = new Float64Array(n);
  for (let i = n - 1; i > 0; i--) {
    const row = i * n;
    let rest = 0;
    for (let j = 0; j < i - 1; j++) rest += (a[row + j] as number) ** 2;
    const last = a[row + i - 1] as number;
    if (rest === 0) {
      off[i] = last;
      continue;
    }
    const length = Math.sqrt(rest + last * last);
    const signed = last > 0 ? -length : length;
    off[i] = signed;
    a[row + i - 1] = last - signed;
    const h = length * length - last * signed;
    scales[i] = h;
    reflect(a, n, { i, h, p });
  }
  for (let i = 0; i < n; i++) diagonal[i] = a[i * n + i] as number;
  return scales;
}

/** The leading i by i block becomes H A H with H = I - u u' / h, u in row i. */
function reflect(a: Float64Array, n: number, { i, h, p }: { i: number; h: number; p: Float64Array }): void {
  const u = a.subarray(i * n, i * n + i);
  p.fill(0, 0, i);
  for (let j = 0; j < i; j++) {
    const row = j * n;
    const uj = u[j] as number;
    let sum = (a[row + j] as number) * uj;
    for (let k = 0; k < j; k++) {
      const x = a[row + k] as number;
      sum += x * (u[k] as number);
      p[k] = (p[k] as number) + x * uj;
    }
    p[j] = (p[j] as number) + sum;
  }
  let share = 0;
  for (let j = 0; j < i; j++) {
    p[j] = (p[j] as number) / h;
    share += (p[j] as number) * (u[j] as number);
  }
  share /= 2 * h;
  for (let j = 0; j < i; j++) p[j] = (p[j] as number) - share * (u[j] as number);
  for (let j = 0; j < i; j++) {
    const row = j * n;
    const [uj, pj] = [u[j] as number, p[j] as number];
    for (let k = 0; k <= j; k++) a[row + k] = (a[row + k] as number) - uj * (p[k] as number) - pj * (u[k] as number);
  }
}

/** The product of the reflections, transposed: row j is what becomes eigenvector j. */
function accumulate(a: Float64Array, n: number, scales: Float64Array): Float64Array {
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let i = 1; i < n; i++) {
    const h = scales[i] as number;
    if (h === 0) continue;
    const u = a.subarray(i * n, i * n + i);
    for (let j = 0; j < i; j++) {
      const row = j * n;
      let sum = 0;
      for (let k = 0; k < i; k++) sum += (vectors[row + k] as number) * (u[k] as number);
      sum /= h;
      for (let k = 0; k < i; k++) vectors[row + k] = (vectors[row + k] as number) - sum * (u[k] as number);
    }
  }
  return vectors;
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** off[i] stands between i - 1 and i. */
  readonly off: Float64Array;
  readonly vectors: Float64Array;
}

/** Turns until off-diagonal entry l + 1 is negligible, so that diagonal[l] is an eigenvalue. */
function settle(l: number, n: number, matrix: Tridiagonal): void {
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const m = blockEnd(l, n, matrix);
    if (m === l) return;
    turnBlock(l, m, n, matrix);
  }
  throw new Error(`eigenvalue ${l} of ${n} did not settle in ${MAX_TURNS} steps`);
}

function blockEnd(l: number, n: number, { diagonal, off }: Tridiagonal): number {
  let m = l;
  for (; m < n - 1; m++) {
    const size = Math.abs(diagonal[m] as number) + Math.abs(diagonal[m + 1] as number);
    if (Math.abs(off[m + 1] as number) <= Number.EPSILON * size) break;
  }
  return m;
}

/** One implicit QL step with Wilkinson's shift on rows l to m. */
function turnBlock(l: number, m: number, n: number, { diagonal, off, vectors }: Tridiagonal): void {
  const at = diagonal[l] as number;
  const beside = off[l + 1] as number;
  const half = ((diagonal[l + 1] as number) - at) / (2 * beside);
  const root = Math.hypot(half, 1);
  let g = (diagonal[m] as number) - at + beside / (half + (half >= 0 ? root : -root));
  let [sine, cosine, carry] = [1, 1, 0];
  for (let i = m - 1; i >= l; i--) {
    const f = sine * (off[i + 1] as number);
    const b = cosine * (off[i + 1] as number);
    const r = Math.hypot(f, g);
    if (i + 2 < n) off[i + 2] = i === m - 1 ? (off[i + 2] as number) : r;
    if (r === 0) {
      diagonal[i + 1] = (diagonal[i + 1] as number) - carry;
      if (m + 1 < n) off[m + 1] = 0;
      return;
    }
    [sine, cosine] = [f / r, g / r];
    g = (diagonal[i + 1] as number) - carry;
    const s = ((diagonal[i] as number) - g) * sine + 2 * cosine * b;
    carry = sine * s;
    diagonal[i + 1] = g + carry;
    g = cosine * s - b;
    rotateRows(vectors, n, { i, sine, cosine });
  }
  diagonal[l] = (diagonal[l] as number) - carry;
  off[l + 1] = g;
}

function rotateRows(
  v: Float64Array,
  n: number,
  { i, sine, cosine }: { i: number; sine: number; cosine: number },
): void {
  const [upper, lower] = [i * n, (i + 1) * n];
  for (let k = 0; k < n; k++) {
    const [x, y] = [v[upper + k] as number, v[lower + k] as number];
    v[lower + k] = sine * x + cosine * y;
    v[upper + k] = cosine * x - sine * y;
  }
}

function sorted(diagonal: Float64Array, vectors: Float64Array, n: number): SymmetricEigen {
  const order = Uint32Array.from(diagonal.keys()).sort((i, j) => (diagonal[j] as number) - (diagonal[i] as number));
  const rows = new Float64Array(n * n);
  order.forEach((from, to) => {
    rows.set(vectors.subarray(from * n, (from + 1) * n), to * n);
  });
  return { values: Float64Array.from(order, (i) => diagonal[i] as number), vectors: rows };
}
