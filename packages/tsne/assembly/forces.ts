// Forces between the points of an embedding. Every result belongs to one query, so any split into ranges gives the same bits.
import { Job } from './_job';
import { add, mul, ratio, similarity, splatAt, sub, sum } from './_similarity';
import { nodeAt, NODE_BYTES } from './_tree';

export { buildTree } from './_tree';

/** Repulsion by Barnes and Hut on the queries at [from, to) of the order, four at a time; `from` is a multiple of 4. */
export function repel(job: Job, from: i32, to: i32): void {
  const heavy = job.exponent != 1;
  if (job.dims == 2) { if (heavy) repelThem(job, from, to, false, true); else repelThem(job, from, to, false, false); }
  else { if (heavy) repelThem(job, from, to, true, true); else repelThem(job, from, to, true, false); }
}

// @ts-ignore: decorator
@inline function repelThem(job: Job, from: i32, to: i32, deep: bool, heavy: bool): void {
  const inverseDof = f32x4.splat(job.inverseDof), exponent = f32x4.splat(job.exponent), zero = f32x4.splat(0);
  const px = job.x, py = job.y, pz = job.z;
  const end = job.nodes + <usize>(job.nodeCount * NODE_BYTES);
  for (let group = from; group < to; group += 4) {
    const g = <usize>group << 2;
    const x = v128.load(job.queryX + g), y = v128.load(job.queryY + g), z = deep ? v128.load(job.queryZ + g) : zero;
    let fx = zero, fy = zero, fz = zero, total = zero;
    for (let at = job.nodes; at < end; ) {
      const dx = sub(x, v128.load32_splat(at)), dy = sub(y, v128.load32_splat(at, 4));
      const dz = deep ? sub(z, v128.load32_splat(at, 8)) : zero;
      let d2 = add(mul(dx, dx), mul(dy, dy));
      if (deep) d2 = add(d2, mul(dz, dz));
      if (i32x4.all_true(f32x4.gt(d2, v128.load32_splat(at, 16)))) {
        const r = ratio(d2, inverseDof);
        const w = mul(v128.load32_splat(at, 12), similarity(heavy, r, exponent));
        total = add(total, w);
        const wr = mul(w, r);
        fx = add(fx, mul(wr, dx));
        fy = add(fy, mul(wr, dy));
        if (deep) fz = add(fz, mul(wr, dz));
        at = job.nodes + <usize>(load<i32>(at, 20) * NODE_BYTES);
        continue;
      }
      const count = load<i32>(at, 28);
      if (count == 0) {
        at += NODE_BYTES;
        continue;
      }
      let a = <usize>load<i32>(at, 24) << 2;
      for (const last = a + (<usize>count << 2); a < last; a += 4) {
        const ex = sub(x, v128.load32_splat(px + a)), ey = sub(y, v128.load32_splat(py + a));
        const ez = deep ? sub(z, v128.load32_splat(pz + a)) : zero;
        let e2 = add(mul(ex, ex), mul(ey, ey));
        if (deep) e2 = add(e2, mul(ez, ez));
        const r = ratio(e2, inverseDof);
        const w = similarity(heavy, r, exponent);
        total = add(total, w);
        const wr = mul(w, r);
        fx = add(fx, mul(wr, ex));
        fy = add(fy, mul(wr, ey));
        if (deep) fz = add(fz, mul(wr, ez));
      }
      at += NODE_BYTES;
    }
    writeGroup(job, group, min(4, to - group), fx, fy, fz, sub(total, f32x4.splat(job.self)), deep);
  }
}

/** Writes the sums of up to four queries to where they belong. */
function writeGroup(job: Job, group: i32, lanes: i32, fx: v128, fy: v128, fz: v128, total: v128, deep: bool): void {
  for (let lane = 0; lane < lanes; lane++) {
    const query = load<i32>(job.queryOrder + (<usize>(group + lane) << 2));
    const to = job.repulsion + <usize>(query * job.dims << 2);
    store<f32>(to, f32x4.extract_lane(fx, 0));
    store<f32>(to, f32x4.extract_lane(fy, 0), 4);
    if (deep) store<f32>(to, f32x4.extract_lane(fz, 0), 8);
    store<f32>(job.share + (<usize>query << 2), f32x4.extract_lane(total, 0));
    fx = i8x16.shuffle(fx, fx, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3);
    fy = i8x16.shuffle(fy, fy, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3);
    fz = i8x16.shuffle(fz, fz, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3);
    total = i8x16.shuffle(total, total, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3);
  }
}

/** Attraction on the queries [from, to) along sparse affinities; rows are padded to fours with affinities of zero. */
export function attract(job: Job, from: i32, to: i32): void {
  if (job.dims == 2) attract2(job, from, to);
  else attract3(job, from, to);
}

function attract2(job: Job, from: i32, to: i32): void {
  const inverseDof = f32x4.splat(job.inverseDof), positions = job.positions;
  for (let i = from; i < to; i++) {
    const own = job.queryPositions + (<usize>i << 3);
    const x = v128.load32_splat(own), y = v128.load32_splat(own, 4);
    let fx = f32x4.splat(0), fy = f32x4.splat(0);
    const end = <usize>load<i32>(job.rowStart + (<usize>i << 2) + 4) << 2;
    for (let e = <usize>load<i32>(job.rowStart + (<usize>i << 2)) << 2; e < end; e += 16) {
      const column = job.columns + e;
      const ab = v128.load64_lane(positions + (<usize>load<u32>(column, 4) << 3), v128.load64_zero(positions + (<usize>load<u32>(column) << 3)), 1);
      const cd = v128.load64_lane(positions + (<usize>load<u32>(column, 12) << 3), v128.load64_zero(positions + (<usize>load<u32>(column, 8) << 3)), 1);
      const dx = sub(x, i8x16.shuffle(ab, cd, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27));
      const dy = sub(y, i8x16.shuffle(ab, cd, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31));
      const w = mul(v128.load(job.values + e), ratio(add(mul(dx, dx), mul(dy, dy)), inverseDof));
      fx = add(fx, mul(w, dx));
      fy = add(fy, mul(w, dy));
    }
    const result = job.attraction + (<usize>i << 3);
    store<f32>(result, sum(fx));
    store<f32>(result, sum(fy), 4);
  }
}

function attract3(job: Job, from: i32, to: i32): void {
  const inverseDof = f32x4.splat(job.inverseDof), positions = job.positions;
  for (let i = from; i < to; i++) {
    const own = v128.load(job.queryPositions + <usize>(i * 12));
    let force = f32x4.splat(0);
    const end = <usize>load<i32>(job.rowStart + (<usize>i << 2) + 4) << 2;
    for (let e = <usize>load<i32>(job.rowStart + (<usize>i << 2)) << 2; e < end; e += 16) {
      const column = job.columns + e;
      const a = sub(own, v128.load(positions + <usize>(load<i32>(column) * 12)));
      const b = sub(own, v128.load(positions + <usize>(load<i32>(column, 4) * 12)));
      const c = sub(own, v128.load(positions + <usize>(load<i32>(column, 8) * 12)));
      const d = sub(own, v128.load(positions + <usize>(load<i32>(column, 12) * 12)));
      const abLow = i8x16.shuffle(a, b, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
      const cdLow = i8x16.shuffle(c, d, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
      const dx = i8x16.shuffle(abLow, cdLow, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
      const dy = i8x16.shuffle(abLow, cdLow, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31);
      const abHigh = i8x16.shuffle(a, b, 8, 9, 10, 11, 24, 25, 26, 27, 8, 9, 10, 11, 24, 25, 26, 27);
      const cdHigh = i8x16.shuffle(c, d, 8, 9, 10, 11, 24, 25, 26, 27, 8, 9, 10, 11, 24, 25, 26, 27);
      const dz = i8x16.shuffle(abHigh, cdHigh, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
      const d2 = add(add(mul(dx, dx), mul(dy, dy)), mul(dz, dz));
      const w = mul(v128.load(job.values + e), ratio(d2, inverseDof));
      force = add(force, mul(i8x16.shuffle(w, w, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3), a));
      force = add(force, mul(i8x16.shuffle(w, w, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7), b));
      force = add(force, mul(i8x16.shuffle(w, w, 8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11), c));
      force = add(force, mul(i8x16.shuffle(w, w, 12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15), d));
    }
    const result = job.attraction + <usize>(i * 12);
    store<f32>(result, f32x4.extract_lane(force, 0));
    store<f32>(result, f32x4.extract_lane(force, 1), 4);
    store<f32>(result, f32x4.extract_lane(force, 2), 8);
  }
}

/** Coordinates axis by axis; up to `stride` filled with points so far away that nothing feels them. */
export function splitAxes(job: Job): void {
  const n = job.points, dims = job.dims;
  for (let i = 0; i < job.stride; i++) {
    const from = job.positions + <usize>(i * dims << 2), to = <usize>i << 2;
    store<f32>(job.x + to, i < n ? load<f32>(from) : 1e9);
    store<f32>(job.y + to, i < n ? load<f32>(from, 4) : 1e9);
    if (dims == 3) store<f32>(job.z + to, i < n ? load<f32>(from, 8) : 1e9);
  }
}

/** Attraction along dense affinities and repulsion from every point, on the points [from, to), in one pass. */
export function compareAll(job: Job, from: i32, to: i32): void {
  const heavy = job.exponent != 1;
  if (job.dims == 2) { if (heavy) compareThem(job, from, to, false, true); else compareThem(job, from, to, false, false); }
  else { if (heavy) compareThem(job, from, to, true, true); else compareThem(job, from, to, true, false); }
}

// @ts-ignore: decorator
@inline function compareThem(job: Job, from: i32, to: i32, deep: bool, heavy: bool): void {
  const inverseDof = f32x4.splat(job.inverseDof), exponent = f32x4.splat(job.exponent), zero = f32x4.splat(0);
  const px = job.x, py = job.y, pz = job.z, rowBytes = <usize>job.stride << 2;
  for (let i = from; i < to; i++) {
    const x = splatAt(px, i), y = splatAt(py, i), z = deep ? splatAt(pz, i) : zero;
    let ax = zero, ay = zero, az = zero, fx = zero, fy = zero, fz = zero, total = zero;
    const row = job.values + <usize>i * rowBytes;
    for (let a: usize = 0; a < rowBytes; a += 16) {
      const dx = sub(x, v128.load(px + a)), dy = sub(y, v128.load(py + a)), dz = deep ? sub(z, v128.load(pz + a)) : zero;
      let d2 = add(mul(dx, dx), mul(dy, dy));
      if (deep) d2 = add(d2, mul(dz, dz));
      const r = ratio(d2, inverseDof), w = similarity(heavy, r, exponent);
      total = add(total, w);
      const pr = mul(v128.load(row + a), r), wr = mul(w, r);
      ax = add(ax, mul(pr, dx));
      ay = add(ay, mul(pr, dy));
      fx = add(fx, mul(wr, dx));
      fy = add(fy, mul(wr, dy));
      if (deep) { az = add(az, mul(pr, dz)); fz = add(fz, mul(wr, dz)); }
    }
    const o = <usize>(i * job.dims << 2);
    store<f32>(job.attraction + o, sum(ax));
    store<f32>(job.attraction + o, sum(ay), 4);
    store<f32>(job.repulsion + o, sum(fx));
    store<f32>(job.repulsion + o, sum(fy), 4);
    if (deep) { store<f32>(job.attraction + o, sum(az), 8); store<f32>(job.repulsion + o, sum(fz), 8); }
    store<f32>(job.share + (<usize>i << 2), sum(total) - 1);
  }
}
