/** Writes the text of the matrix micro-kernels: every block of rows x (8 or 4) columns, unrolled over rows only. */

const MAX_ROWS = 6;

/** In this order a NaN stays a NaN. */
const BOUNDED = `
// @ts-ignore: decorator
@inline export function bounded(x: v128, low: v128, high: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, low), high);
}`;

/**
 * One block: c[rows x width] (+)= a[k x rows] * b[k x width], `a` and `b` with a step of their own per k; with a bias for each
 * column c becomes bounded(c + bias).
 */
function microKernel(rows, width) {
  const lanes = Array.from({ length: width / 4 }, (_, lane) => lane);
  const all = Array.from({ length: rows }, (_, row) => lanes.map((lane) => `c${row}${lane}`)).flat();
  const multiply = (row) =>
    `{ const s = v128.load32_splat(a, ${row * 4}); ${lanes.map((lane) => `c${row}${lane} = fma(s, b${lane}, c${row}${lane});`).join(' ')} }`;
  const store = (row, finish) =>
    lanes.map((lane) => `v128.store(c, ${finish(`c${row}${lane}`, lane)}, ${lane * 16});`).join(' ');
  const plain = (sum) => sum;
  const added = (sum, lane) => `f32x4.add(v128.load(c, ${lane * 16}), ${sum})`;
  const finished = (sum, lane) =>
    `bounded(f32x4.add(accumulate ? ${added(sum, lane)} : ${sum}, v128.load(bias, ${lane * 16})), least, most)`;
  const each = (line) => Array.from({ length: rows }, (_, row) => `    ${line(row)}`).join('\n');
  return `
export function micro${rows}x${width}(k: i32, a: usize, aStep: usize, b: usize, bStep: usize, c: usize, cStep: usize, accumulate: bool, bias: usize, low: f32, high: f32): void {
  ${all.map((name) => `let ${name} = f32x4.splat(0);`).join(' ')}
  for (; k > 0; k--) {
    ${lanes.map((lane) => `const b${lane} = v128.load(b, ${lane * 16});`).join(' ')}
${each(multiply)}
    a += aStep; b += bStep;
  }
  if (bias) {
    const least = f32x4.splat(low), most = f32x4.splat(high);
${each((row) => `${store(row, finished)} c += cStep;`)}
  } else if (accumulate) {
${each((row) => `${store(row, added)} c += cStep;`)}
  } else {
${each((row) => `${store(row, plain)} c += cStep;`)}
  }
}`;
}

/** Chooses the block by its size; the full one comes first. */
function dispatcher() {
  const call = (rows, width) => `micro${rows}x${width}(k, a, aStep, b, bStep, c, cStep, accumulate, bias, low, high)`;
  const cases = (width) =>
    Array.from({ length: MAX_ROWS - 1 }, (_, i) => `if (rows == ${MAX_ROWS - i}) return ${call(MAX_ROWS - i, width)};`)
      .concat(`return ${call(1, width)};`)
      .join('\n    ');
  return `
export function micro(rows: i32, width: i32, k: i32, a: usize, aStep: usize, b: usize, bStep: usize, c: usize, cStep: usize, accumulate: bool, bias: usize, low: f32, high: f32): void {
  if (width == 8) {
    ${cases(8)}
  } else {
    ${cases(4)}
  }
}`;
}

/** The whole module, as AssemblyScript. */
export function microKernels() {
  const blocks = [];
  for (let rows = 1; rows <= MAX_ROWS; rows++) for (const width of [8, 4]) blocks.push(microKernel(rows, width));
  return ["import { fma } from './simd';", BOUNDED, ...blocks, dispatcher(), ''].join('\n');
}
