/** Which blocks of a matrix product are packed at a time. */
export interface GemmPlan {
  readonly rowBlock: number;
  readonly columnBlock: number;
  readonly depthBlock: number;
  /** Read B in place: worth it if few rows use it and its rows are short. */
  readonly direct: boolean;
  readonly scratchBytes: number;
}

/** Bytes at the head of the scratch that the module keeps for itself; as GEMM_HEAD in assembly/gemm.ts. */
const HEAD = 512;
/** Floats of B that may stay in the first cache. */
const FIRST_CACHE = 6144;
/** Rows of the largest micro-kernel of either build, and their least common multiple. */
const FEW_ROWS = 12;
const ROW_MULTIPLE = 60;

/**
 * Blocks for C[m x n] = A[m x k] * B[k x n].
 *
 * With few rows each value of B is used only once or twice, so B is not copied further than the first cache. Otherwise a
 * block of A fits half of the second cache, and a panel of B the first.
 */
export function planGemm(m: number, n: number, k: number, unitColumns: boolean): GemmPlan {
  const few = m <= FEW_ROWS;
  const direct = few && unitColumns && n <= 512 && n >= 4;
  const depthBlock = Math.max(1, few ? fewDepth(n, k, direct, unitColumns) : split(k, 384));
  const columnBlock = Math.max(8, few ? fewColumns(n, depthBlock, direct, unitColumns) : split(n, 960, 8));
  const rowBlock = few ? Math.max(m, 1) : Math.min(split(m, 120, ROW_MULTIPLE), 120);
  const scratchBytes = HEAD + 4 * (rowBlock + 8 + columnBlock + 8) * depthBlock + 64;
  return { rowBlock, columnBlock, depthBlock, direct, scratchBytes };
}

function fewDepth(n: number, k: number, direct: boolean, unitColumns: boolean): number {
  if (direct) return Math.min(k, Math.max(32, Math.floor(FIRST_CACHE / n)));
  return Math.min(k, unitColumns ? 64 : 256);
}

function fewColumns(n: number, depth: number, direct: boolean, unitColumns: boolean): number {
  if (direct) return n;
  return unitColumns ? 256 : Math.floor(FIRST_CACHE / depth / 8) * 8;
}

/** Size of equal parts of `total`, none above `limit`, rounded up to a multiple. */
function split(total: number, limit: number, multiple = 1): number {
  const parts = Math.max(1, Math.ceil(total / limit));
  return Math.ceil(total / parts / multiple) * multiple;
}
