// Inner products of the rows of two blocks of doubles. Addresses are bytes, counts are doubles.

// @ts-ignore: decorator
@inline function both(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

// @ts-ignore: decorator
@inline function add(to: usize, value: f64): void {
  store<f64>(to, load<f64>(to) + value);
}

/** Four rows of a by two of b, eight sums in registers. */
function tile(a: usize, b: usize, stride: usize, c: usize, cStride: usize): void {
  let s00 = f64x2.splat(0), s01 = f64x2.splat(0), s10 = f64x2.splat(0), s11 = f64x2.splat(0);
  let s20 = f64x2.splat(0), s21 = f64x2.splat(0), s30 = f64x2.splat(0), s31 = f64x2.splat(0);
  const a1 = a + stride, a2 = a1 + stride, a3 = a2 + stride, b1 = b + stride;
  for (let p: usize = 0; p < stride; p += 16) {
    const y0 = v128.load(b + p), y1 = v128.load(b1 + p);
    let x = v128.load(a + p);
    s00 = f64x2.add(s00, f64x2.mul(x, y0)); s01 = f64x2.add(s01, f64x2.mul(x, y1));
    x = v128.load(a1 + p);
    s10 = f64x2.add(s10, f64x2.mul(x, y0)); s11 = f64x2.add(s11, f64x2.mul(x, y1));
    x = v128.load(a2 + p);
    s20 = f64x2.add(s20, f64x2.mul(x, y0)); s21 = f64x2.add(s21, f64x2.mul(x, y1));
    x = v128.load(a3 + p);
    s30 = f64x2.add(s30, f64x2.mul(x, y0)); s31 = f64x2.add(s31, f64x2.mul(x, y1));
  }
  add(c, both(s00)); add(c + 8, both(s01));
  c += cStride; add(c, both(s10)); add(c + 8, both(s11));
  c += cStride; add(c, both(s20)); add(c + 8, both(s21));
  c += cStride; add(c, both(s30)); add(c + 8, both(s31));
}

function single(a: usize, b: usize, stride: usize, c: usize): void {
  let sum = f64x2.splat(0);
  for (let p: usize = 0; p < stride; p += 16) sum = f64x2.add(sum, f64x2.mul(v128.load(a + p), v128.load(b + p)));
  add(c, both(sum));
}

/** c[i * columns + j] += a_i . b_j for m rows of a and n of b, each of `depth` doubles, an even number. */
export function addProducts(a: usize, m: i32, b: usize, n: i32, depth: i32, c: usize, columns: i32): void {
  const stride = <usize>depth << 3, cStride = <usize>columns << 3;
  for (let i = 0; i < m; i += 4) {
    const four = i + 4 <= m;
    for (let j = 0; j < n; j += 2) {
      const from = a + <usize>i * stride, to = b + <usize>j * stride, out = c + <usize>i * cStride + (<usize>j << 3);
      if (four && j + 2 <= n) tile(from, to, stride, out, cStride);
      else {
        for (let r = 0; r < 4 && i + r < m; r++) {
          for (let s = 0; s < 2 && j + s < n; s++) {
            single(from + <usize>r * stride, to + <usize>s * stride, stride, out + <usize>r * cStride + (<usize>s << 3));
          }
        }
      }
    }
  }
}
