// The descent of UMAP: one epoch pulls the ends of edges together and pushes their heads from random points. All sums in
// double precision and in the order of the plain version, so that both place points alike to the last bit.

let heads: usize = 0, tails: usize = 0, edges: i32 = 0;
let periods: usize = 0, due: usize = 0, pushDue: usize = 0;
let headPoints: usize = 0, tailPoints: usize = 0, points: i32 = 0, dims: i32 = 2;
let attraction: usize = 0, repulsion: usize = 0, last: i32 = 0;
let moveTails: bool = false, pushes: f64 = 5;

// Philox4x32-10 of Salmon et al. (2011), as @animals/core has it: blocks are numbered from 0, their words used in order.
let key0: u32 = 0, key1: u32 = 0, counter: u64 = 0, place: i32 = 0;
let w0: u32 = 0, w1: u32 = 0, w2: u32 = 0, w3: u32 = 0;

/** Bits of the least squared distance in the tables, 2^-24, and how many bits lie between two of their entries. */
const FIRST: i32 = 103 << 23;
const STEP: i32 = 15;

export function setUpEdges(headsAt: usize, tailsAt: usize, count: i32, periodsAt: usize, dueAt: usize, pushDueAt: usize): void {
  heads = headsAt; tails = tailsAt; edges = count; periods = periodsAt; due = dueAt; pushDue = pushDueAt;
}

export function setUpPoints(headAt: usize, tailAt: usize, count: i32, width: i32, both: i32): void {
  headPoints = headAt; tailPoints = tailAt; points = count; dims = width; moveTails = both != 0;
}

export function setUpForces(attractionAt: usize, repulsionAt: usize, entries: i32, pushesPerPull: f64, k0: u32, k1: u32): void {
  attraction = attractionAt; repulsion = repulsionAt; last = entries - 2; pushes = pushesPerPull;
  key0 = k0; key1 = k1; counter = 0; place = 0;
}

function nextBlock(): void {
  let c0 = <u32>counter, c1 = <u32>(counter >> 32), c2: u32 = 0, c3: u32 = 0, k0 = key0, k1 = key1;
  for (let round = 0; round < 10; round++) {
    const p = <u64>0xd2511f53 * c0, q = <u64>0xcd9e8d57 * c2;
    c0 = <u32>(q >> 32) ^ c1 ^ k0; c1 = <u32>q;
    c2 = <u32>(p >> 32) ^ c3 ^ k1; c3 = <u32>p;
    k0 += 0x9e3779b9; k1 += 0xbb67ae85;
  }
  w0 = c0; w1 = c1; w2 = c2; w3 = c3;
  counter++;
}

function draw(): u32 {
  if (place == 0) nextBlock();
  const word = place == 0 ? w0 : place == 1 ? w1 : place == 2 ? w2 : w3;
  place = (place + 1) & 3;
  return word;
}

// @ts-ignore: decorator
@inline function at(table: usize, square: f64): f64 {
  const bits = reinterpret<i32>(<f32>square) - FIRST;
  if (bits <= 0) return load<f64>(table);
  const entry = bits >> STEP;
  if (entry > last) return load<f64>(table + (<usize>(last + 1) << 3));
  const low = load<f64>(table + (<usize>entry << 3)), high = load<f64>(table + (<usize>entry << 3), 8);
  return low + (high - low) * (<f64>(bits & ((1 << STEP) - 1)) * (1.0 / <f64>(1 << STEP)));
}

// @ts-ignore: decorator
@inline function clip(x: f64): f64 {
  return x > 4 ? 4 : x < -4 ? -4 : x;
}

// @ts-ignore: decorator
@inline function squared(a: usize, b: usize): f64 {
  let sum: f64 = 0;
  for (let p: usize = 0; p < <usize>dims << 2; p += 4) {
    const d = <f64>load<f32>(a + p) - <f64>load<f32>(b + p);
    sum += d * d;
  }
  return sum;
}

function pull(head: usize, tail: usize, alpha: f64): void {
  const strength = at(attraction, squared(head, tail));
  for (let p: usize = 0; p < <usize>dims << 2; p += 4) {
    const x = <f64>load<f32>(head + p), y = <f64>load<f32>(tail + p);
    const move = clip(strength * (x - y)) * alpha;
    store<f32>(head + p, <f32>(x + move));
    if (moveTails) store<f32>(tail + p, <f32>(y - move));
  }
}

function push(head: usize, other: usize, alpha: f64): void {
  const square = squared(head, other);
  const strength = at(repulsion, square);
  for (let p: usize = 0; p < <usize>dims << 2; p += 4) {
    const x = <f64>load<f32>(head + p);
    const move = square > 0 ? clip(strength * (x - <f64>load<f32>(other + p))) : 4;
    store<f32>(head + p, <f32>(x + move * alpha));
  }
}

/** Edges and pushes that are due by this epoch, the first being 0. */
export function runEpoch(epoch: f64, alpha: f64): void {
  const row = <usize>dims << 2;
  for (let e: usize = 0; e < <usize>edges; e++) {
    const e8 = e << 3;
    if (load<f64>(due + e8) > epoch) continue;
    const period = load<f64>(periods + e8);
    const i = load<i32>(heads + (e << 2));
    const head = headPoints + <usize>i * row;
    pull(head, tailPoints + <usize>load<i32>(tails + (e << 2)) * row, alpha);
    store<f64>(due + e8, load<f64>(due + e8) + period);
    const pushPeriod = period / pushes;
    const count = <i32>((epoch - load<f64>(pushDue + e8)) / pushPeriod);
    for (let p = 0; p < count; p++) {
      const k = <i32>(<u64>draw() * <u64>points >> 32);
      if (moveTails && k == i) continue;
      push(head, tailPoints + <usize>k * row, alpha);
    }
    store<f64>(pushDue + e8, load<f64>(pushDue + e8) + <f64>count * pushPeriod);
  }
}
