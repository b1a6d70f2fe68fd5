// The quadtree or octree of the points, packed: nodes lie in depth-first order, each knows where its subtree ends.
import { Job } from './_job';

@unmanaged
export class Node {
  x: f32;
  y: f32;
  z: f32;
  mass: f32;
  /** Squared distance from which the node stands for all of its points. */
  far: f32;
  /** The node after this one's subtree. */
  next: i32;
  /** Points of a leaf, in the tree's order; an inner node has none. */
  first: i32;
  count: i32;
}

export const NODE_BYTES: i32 = 32;

// Bits of a key per axis: 40 or 48 in all, sorted in four passes.
const BITS_2: i32 = 20;
const BITS_3: i32 = 16;
// @ts-ignore: decorator
@inline export function nodeAt(nodes: usize, index: i32): Node {
  return changetype<Node>(nodes + <usize>(index * NODE_BYTES));
}

/** Sorts the points along a Z-curve, copies their coordinates in that order, and builds the nodes. */
export function buildTree(job: Job): void {
  const n = job.points, dims = job.dims;
  const bits = dims == 2 ? BITS_2 : BITS_3;
  let low0: f32 = f32.MAX_VALUE, low1 = low0, low2 = low0, high0 = -low0, high1 = -low0, high2 = -low0;
  let at = job.positions;
  for (let i = 0; i < n; i++, at += <usize>dims << 2) {
    const x = load<f32>(at), y = load<f32>(at, 4);
    low0 = min(low0, x); high0 = max(high0, x);
    low1 = min(low1, y); high1 = max(high1, y);
    if (dims == 3) { const z = load<f32>(at, 8); low2 = min(low2, z); high2 = max(high2, z); }
  }
  let width = max(high0 - low0, high1 - low1);
  if (dims == 3) width = max(width, high2 - low2);
  // Wider than the points by a hair, and never zero.
  const cell = <f64>max(width, f32.MIN_NORMAL_VALUE * 1e6) * 1.000001 / <f64>(1 << bits);
  writeKeys(job, low0, low1, low2, 1.0 / cell);
  sortKeys(job, dims == 2 ? 10 : 12);
  gather(job);
  changetype<Builder>(job.histogram).start(job, cell);
}

function writeKeys(job: Job, low0: f32, low1: f32, low2: f32, scale: f64): void {
  const n = job.points, dims = job.dims;
  let at = job.positions;
  for (let i = 0; i < n; i++, at += <usize>dims << 2) {
    const x = <u64>((<f64>load<f32>(at) - <f64>low0) * scale);
    const y = <u64>((<f64>load<f32>(at, 4) - <f64>low1) * scale);
    let key: u64;
    if (dims == 2) key = spread2(x) | spread2(y) << 1;
    else key = spread3(x) | spread3(y) << 1 | spread3(<u64>((<f64>load<f32>(at, 8) - <f64>low2) * scale)) << 2;
    store<u64>(job.keys + (<usize>i << 3), key);
    store<i32>(job.order + (<usize>i << 2), i);
  }
}

/** Puts a zero between the bits. */
function spread2(v: u64): u64 {
  v = (v | v << 16) & 0x0000ffff0000ffff;
  v = (v | v << 8) & 0x00ff00ff00ff00ff;
  v = (v | v << 4) & 0x0f0f0f0f0f0f0f0f;
  v = (v | v << 2) & 0x3333333333333333;
  return (v | v << 1) & 0x5555555555555555;
}

/** Puts two zeros between the bits. */
function spread3(v: u64): u64 {
  v = (v | v << 32) & 0x001f00000000ffff;
  v = (v | v << 16) & 0x001f0000ff0000ff;
  v = (v | v << 8) & 0x100f00f00f00f00f;
  v = (v | v << 4) & 0x10c30c30c30c30c3;
  return (v | v << 2) & 0x1249249249249249;
}

/** Four stable passes, so that equal keys stay in the order of their points, and the result lies where it began. */
function sortKeys(job: Job, digit: i32): void {
  for (let pass = 0; pass < 4; pass++) {
    const even = (pass & 1) == 0;
    sortPass(job, even ? job.keys : job.spareKeys, even ? job.spareKeys : job.keys,
      even ? job.order : job.spareOrder, even ? job.spareOrder : job.order, <u64>(pass * digit), digit);
  }
}

function sortPass(job: Job, keys: usize, toKeys: usize, order: usize, toOrder: usize, shift: u64, digit: i32): void {
  const n = job.points, buckets = 1 << digit, mask = <u64>(buckets - 1), counts = job.histogram;
  memory.fill(counts, 0, <usize>buckets << 2);
  for (let i = 0; i < n; i++) {
    const a = counts + (<usize>(load<u64>(keys + (<usize>i << 3)) >> shift & mask) << 2);
    store<i32>(a, load<i32>(a) + 1);
  }
  let total = 0;
  for (let b = 0; b < buckets; b++) {
    const a = counts + (<usize>b << 2), count = load<i32>(a);
    store<i32>(a, total);
    total += count;
  }
  for (let i = 0; i < n; i++) {
    const key = load<u64>(keys + (<usize>i << 3));
    const a = counts + (<usize>(key >> shift & mask) << 2), to = load<i32>(a);
    store<i32>(a, to + 1);
    store<u64>(toKeys + (<usize>to << 3), key);
    store<i32>(toOrder + (<usize>to << 2), load<i32>(order + (<usize>i << 2)));
  }
}

/** Coordinates in the new order; the last is repeated, since queries come in fours. */
function gather(job: Job): void {
  const n = job.points, dims = job.dims;
  for (let i = 0; i < n + 3; i++) {
    const from = job.positions + <usize>(load<i32>(job.order + (<usize>min(i, n - 1) << 2)) * dims << 2);
    const to = <usize>i << 2;
    store<f32>(job.x + to, load<f32>(from));
    store<f32>(job.y + to, load<f32>(from, 4));
    if (dims == 3) store<f32>(job.z + to, load<f32>(from, 8));
  }
}

/** State of the recursion; lies in the histogram, which is free by then. */
@unmanaged
class Builder {
  job: Job;
  cell: f64;
  used: i32;

  start(job: Job, cell: f64): void {
    this.job = job;
    this.cell = cell;
    this.used = 0;
    this.build(0, job.points);
    job.nodeCount = this.used;
  }

  /** The node of the points [from, to), whose cell is the smallest that holds them all, then its subtree. */
  build(from: i32, to: i32): void {
    const job = this.job, keys = job.keys, dims = job.dims;
    const node = nodeAt(job.nodes, this.used++);
    const first = load<u64>(keys + (<usize>from << 3));
    const differ = first ^ load<u64>(keys + (<usize>(to - 1) << 3));
    // The level below which the points part; -1 where all have one key.
    const level = differ == 0 ? -1 : (63 - <i32>clz(differ)) / dims;
    const count = to - from;
    if (count <= job.leafSize || level < 0) this.leaf(node, from, count, level);
    else {
      node.first = from;
      node.count = 0;
      const shift = <u64>(level * dims), index = this.used;
      for (let start = from; start < to; ) {
        const end = this.endOf(start, to, load<u64>(keys + (<usize>start << 3)) >> shift, shift);
        this.build(start, end);
        start = end;
      }
      this.sumUp(node, index);
      node.far = this.farFrom(level);
    }
    node.next = this.used;
  }

  /** Where the run of keys that begin alike ends. */
  endOf(start: i32, to: i32, prefix: u64, shift: u64): i32 {
    const keys = this.job.keys;
    let low = start + 1, high = to;
    while (low < high) {
      const middle = low + high >> 1;
      if (load<u64>(keys + (<usize>middle << 3)) >> shift == prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  leaf(node: Node, from: i32, count: i32, level: i32): void {
    const job = this.job;
    let x: f64 = 0, y: f64 = 0, z: f64 = 0;
    let onePlace = true;
    for (let i = from; i < from + count; i++) {
      const a = <usize>i << 2;
      x += load<f32>(job.x + a);
      y += load<f32>(job.y + a);
      if (job.dims == 3) z += load<f32>(job.z + a);
      onePlace = onePlace && this.same(i, from);
    }
    this.place(node, x, y, z, <f64>count);
    node.first = from;
    node.count = count;
    node.far = onePlace ? -1 : this.farFrom(level);
  }

  same(i: i32, j: i32): bool {
    const job = this.job, a = <usize>i << 2, b = <usize>j << 2;
    return load<f32>(job.x + a) == load<f32>(job.x + b) && load<f32>(job.y + a) == load<f32>(job.y + b)
      && (job.dims == 2 || load<f32>(job.z + a) == load<f32>(job.z + b));
  }

  /** Centre of mass from the children, which lie from `child` on. */
  sumUp(node: Node, child: i32): void {
    let x: f64 = 0, y: f64 = 0, z: f64 = 0, mass: f64 = 0;
    for (let i = child; i < this.used; ) {
      const part = nodeAt(this.job.nodes, i), m = <f64>part.mass;
      x += m * part.x;
      y += m * part.y;
      z += m * part.z;
      mass += m;
      i = part.next;
    }
    this.place(node, x, y, z, mass);
  }

  place(node: Node, x: f64, y: f64, z: f64, mass: f64): void {
    node.x = <f32>(x / mass);
    node.y = <f32>(y / mass);
    node.z = <f32>(z / mass);
    node.mass = <f32>mass;
  }

  farFrom(level: i32): f32 {
    const reach = this.cell * <f64>(1 << level + 1) / <f64>this.job.theta;
    return <f32>(reach * reach);
  }
}
