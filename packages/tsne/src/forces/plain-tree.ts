/** A quadtree or octree over points, without vectors: nodes by number, the root is 0. */
export interface PlainTree {
  /** Centres of mass, [nodes * dims]. */
  readonly centre: Float64Array;
  readonly mass: Float64Array;
  /** Side of the node's cell. */
  readonly side: Float64Array;
  /** First child of a node; its others follow. 0 marks a leaf. */
  readonly child: Int32Array;
  /** Points of a leaf, from `first` on in `order`. */
  readonly first: Int32Array;
  readonly order: Uint32Array;
}

/** A cell that is this many halvings deep is not split again. */
const DEEPEST = 40;
const LEAF_SIZE = 8;

/** Builds the tree over points of which every coordinate is finite. */
export function buildPlainTree(positions: Float32Array, dims: number): PlainTree {
  const points = positions.length / dims;
  const most = 1 + 2 ** dims * points * 2;
  const tree = {
    centre: new Float64Array(most * dims),
    mass: new Float64Array(most),
    side: new Float64Array(most),
    child: new Int32Array(most),
    first: new Int32Array(most),
    order: Uint32Array.from({ length: points }, (_, i) => i),
  };
  const { low, side } = boundingCube(positions, dims);
  let used = 1;

  function split(
    node: number,
    from: number,
    to: number,
    corner: readonly number[],
    width: number,
    depth: number,
  ): void {
    summarise(node, from, to);
    tree.side[node] = width;
    tree.first[node] = from;
    if (to - from <= LEAF_SIZE || depth === DEEPEST) return;
    const middle = corner.map((value) => value + width / 2);
    const ends = partition(tree.order, from, to, (point) => octant(positions, point, middle));
    const kept = ends.flatMap((end, cell) => (end > (ends[cell - 1] ?? from) ? [cell] : []));
    // A chain of only children would outgrow the arrays: the cell shrinks in place instead.
    if (kept.length === 1) {
      split(node, from, to, cornerOf(kept[0] as number, corner, middle), width / 2, depth + 1);
      return;
    }
    const child = used;
    used += kept.length;
    tree.child[node] = child;
    kept.forEach((cell, i) => {
      const start = ends[cell - 1] ?? from;
      split(child + i, start, ends[cell] as number, cornerOf(cell, corner, middle), width / 2, depth + 1);
    });
  }

  function summarise(node: number, from: number, to: number): void {
    tree.mass[node] = to - from;
    for (let d = 0; d < dims; d++) {
      let sum = 0;
      for (let i = from; i < to; i++) sum += positions[(tree.order[i] as number) * dims + d] as number;
      tree.centre[node * dims + d] = sum / (to - from);
    }
  }

  split(0, 0, points, low, side, 0);
  return tree;
}

function boundingCube(positions: Float32Array, dims: number) {
  const low = new Array<number>(dims).fill(Number.POSITIVE_INFINITY);
  const high = new Array<number>(dims).fill(Number.NEGATIVE_INFINITY);
  positions.forEach((value, i) => {
    low[i % dims] = Math.min(low[i % dims] as number, value);
    high[i % dims] = Math.max(high[i % dims] as number, value);
  });
  const side = Math.max(...high.map((value, d) => value - (low[d] as number)), 1e-30) * 1.000001;
  return { low, side };
}

/** Which of the 2^dims parts of a cell a point lies in, as bits. */
function octant(positions: Float32Array, point: number, middle: readonly number[]): number {
  return middle.reduce((bits, value, d) => {
    const upper = (positions[point * middle.length + d] as number) >= value;
    return upper ? bits | (1 << d) : bits;
  }, 0);
}

const cornerOf = (cell: number, corner: readonly number[], middle: readonly number[]) =>
  corner.map((value, d) => ((cell >> d) & 1 ? (middle[d] as number) : value));

/** Sorts order[from, to) by part, keeping the order within; returns where each part ends. */
function partition(order: Uint32Array, from: number, to: number, part: (point: number) => number): number[] {
  const parts: number[][] = Array.from({ length: 8 }, () => []);
  for (let i = from; i < to; i++) parts[part(order[i] as number)]?.push(order[i] as number);
  let at = from;
  return parts.map((points) => {
    order.set(points, at);
    at += points.length;
    return at;
  });
}
