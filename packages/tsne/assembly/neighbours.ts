// Nearest neighbours: a bounded heap for each sample, pairs offered to both of their heaps, and two ways to go through
// pairs: all of them by tiles, or those of a list. Addresses are bytes, counts are floats.
//
// Each sample has two rows: `full`, all its values, and `sketch`, few values whose distance is never more than that of
// the full rows. A pair whose sketches are too far apart needs no look at the full rows. Both may be the same rows.

let sketch: usize = 0, norms: usize = 0, full: usize = 0;
let sketchBytes: usize = 0, fullBytes: usize = 0;
let bounds: usize = 0, distances: usize = 0, ids: usize = 0;
let k: i32 = 0, rowBytes: usize = 0;

/** Marks an entry that came since the last `join` of its sample, in the sign of its id. */
const FRESH: i32 = i32.MIN_VALUE;
/** Distances of sketches are taken for so much less than they are, since they are rounded. */
const SURE: f32 = 0.99999;

/** Where the arrays lie. Rows have a multiple of four floats, heaps too, with ids of -1 in the places beyond k. */
export function setUp(
  sketchAt: usize, sketchWidth: i32, normsAt: usize, fullAt: usize, fullWidth: i32,
  boundsAt: usize, distancesAt: usize, idsAt: usize, heap: i32,
): void {
  sketch = sketchAt; sketchBytes = <usize>sketchWidth << 2; norms = normsAt;
  full = fullAt; fullBytes = <usize>fullWidth << 2;
  bounds = boundsAt; distances = distancesAt; ids = idsAt;
  k = heap; rowBytes = <usize>((heap + 3) & ~3) << 2;
}

// @ts-ignore: decorator
@inline function bound(i: i32): f32 {
  return load<f32>(bounds + (<usize>i << 2));
}

// @ts-ignore: decorator
@inline function squared(a: usize, b: usize, bytes: usize): f32 {
  let s = f32x4.splat(0), t = f32x4.splat(0);
  let p: usize = 0;
  for (; p + 16 < bytes; p += 32) {
    const d = f32x4.sub(v128.load(a + p), v128.load(b + p));
    const e = f32x4.sub(v128.load(a + p, 16), v128.load(b + p, 16));
    s = f32x4.add(s, f32x4.mul(d, d));
    t = f32x4.add(t, f32x4.mul(e, e));
  }
  if (p < bytes) {
    const d = f32x4.sub(v128.load(a + p), v128.load(b + p));
    s = f32x4.add(s, f32x4.mul(d, d));
  }
  s = f32x4.add(s, t);
  return f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
}

function holds(row: usize, id: i32): bool {
  const wanted = i32x4.splat(id), mask = i32x4.splat(0x7fffffff);
  for (let p: usize = 0; p < rowBytes; p += 16) {
    if (v128.any_true(i32x4.eq(v128.and(v128.load(row + p), mask), wanted))) return true;
  }
  return false;
}

/** Puts id in place of the farthest entry of i, unless it is there. Returns whether it did. */
function put(i: i32, id: i32, distance: f32): i32 {
  const row = <usize>i * rowBytes;
  const far = distances + row, who = ids + row;
  if (holds(who, id)) return 0;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= k) break;
    let most = load<f32>(far + (<usize>child << 2));
    if (child + 1 < k) {
      const other = load<f32>(far + (<usize>child << 2), 4);
      if (other > most) { most = other; child++; }
    }
    if (most <= distance) break;
    store<f32>(far + (<usize>at << 2), most);
    store<i32>(who + (<usize>at << 2), load<i32>(who + (<usize>child << 2)));
    at = child;
  }
  store<f32>(far + (<usize>at << 2), distance);
  store<i32>(who + (<usize>at << 2), id | FRESH);
  store<f32>(bounds + (<usize>i << 2), load<f32>(far));
  return 1;
}

/** Offers each of a pair to the other. */
// @ts-ignore: decorator
@inline function offer(i: i32, j: i32): i32 {
  const distance = squared(full + <usize>i * fullBytes, full + <usize>j * fullBytes, fullBytes);
  let changes = 0;
  if (distance < bound(i)) changes += put(i, j, distance);
  if (distance < bound(j)) changes += put(j, i, distance);
  return changes;
}

// @ts-ignore: decorator
@inline function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

function offerLanes(i: i32, j: i32, lanes: i32): void {
  for (let lane = 0; lane < 4; lane++) if (lanes >> lane & 1 && j + lane > i) offer(i, j + lane);
}

/** Which of four samples from j on may be nearer to i than what i or they have. */
// @ts-ignore: decorator
@inline function near(i: i32, product: v128, norm: v128, limit: v128): i32 {
  const own = v128.load32_splat(norms + (<usize>i << 2));
  const distance = f32x4.sub(f32x4.add(own, norm), f32x4.add(product, product));
  return i32x4.bitmask(f32x4.lt(distance, f32x4.max(limit, v128.load32_splat(bounds + (<usize>i << 2)))));
}

/** Three samples from i on against four from j on. */
// @ts-ignore: decorator
@inline function tile(i: i32, j: i32): void {
  const x0 = sketch + <usize>i * sketchBytes, x1 = x0 + sketchBytes, x2 = x1 + sketchBytes;
  const y0 = sketch + <usize>j * sketchBytes, y1 = y0 + sketchBytes, y2 = y1 + sketchBytes, y3 = y2 + sketchBytes;
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0, c0 = a0, c1 = a0, c2 = a0, c3 = a0;
  for (let p: usize = 0; p < sketchBytes; p += 16) {
    const u = v128.load(x0 + p), v = v128.load(x1 + p), w = v128.load(x2 + p);
    let y = v128.load(y0 + p);
    a0 = f32x4.add(a0, f32x4.mul(u, y)); b0 = f32x4.add(b0, f32x4.mul(v, y)); c0 = f32x4.add(c0, f32x4.mul(w, y));
    y = v128.load(y1 + p);
    a1 = f32x4.add(a1, f32x4.mul(u, y)); b1 = f32x4.add(b1, f32x4.mul(v, y)); c1 = f32x4.add(c1, f32x4.mul(w, y));
    y = v128.load(y2 + p);
    a2 = f32x4.add(a2, f32x4.mul(u, y)); b2 = f32x4.add(b2, f32x4.mul(v, y)); c2 = f32x4.add(c2, f32x4.mul(w, y));
    y = v128.load(y3 + p);
    a3 = f32x4.add(a3, f32x4.mul(u, y)); b3 = f32x4.add(b3, f32x4.mul(v, y)); c3 = f32x4.add(c3, f32x4.mul(w, y));
  }
  const norm = v128.load(norms + (<usize>j << 2)), limit = v128.load(bounds + (<usize>j << 2));
  const a = near(i, sums(a0, a1, a2, a3), norm, limit);
  const b = near(i + 1, sums(b0, b1, b2, b3), norm, limit);
  const c = near(i + 2, sums(c0, c1, c2, c3), norm, limit);
  if (a | b | c) {
    if (a) offerLanes(i, j, a);
    if (b) offerLanes(i + 1, j, b);
    if (c) offerLanes(i + 2, j, c);
  }
}

/** All pairs of a sample in [i, iEnd) and a later one in [j, jEnd); lengths are multiples of three and of four. */
export function scan(i: i32, iEnd: i32, j: i32, jEnd: i32): void {
  for (; j < jEnd; j += 4) for (let at = i; at < iEnd && at < j + 4; at += 3) tile(at, j);
}

/** All pairs of a list of which one at least is among the first `fresh`. Returns how many entries changed. */
export function join(list: usize, fresh: i32, total: i32): i32 {
  let changes = 0;
  for (let a = 0; a < fresh; a++) {
    const i = load<i32>(list + (<usize>a << 2));
    const own = sketch + <usize>i * sketchBytes;
    for (let b = a + 1; b < total; b++) {
      const j = load<i32>(list + (<usize>b << 2));
      if (i == j) continue;
      if (sketch != full) {
        const least = SURE * squared(own, sketch + <usize>j * sketchBytes, sketchBytes);
        if (least >= bound(i) && least >= bound(j)) continue;
      }
      changes += offer(i, j);
    }
  }
  return changes;
}
