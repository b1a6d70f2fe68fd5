/** `() -> v128`: a module whose one function pushes constants and ends in the given SIMD instruction. */
function probe(code: readonly number[]): Uint8Array<ArrayBuffer> {
  const body = [0, ...code, 0x0b];
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0];
  return new Uint8Array([...header, 10, body.length + 2, 1, body.length, ...body]);
}

/** i32.const 0, i8x16.splat */
const ZEROS = [0x41, 0, 0xfd, 0x0f];
/** f32x4.relaxed_madd of three vectors */
const RELAXED_MADD = [...ZEROS, ...ZEROS, ...ZEROS, 0xfd, 0x85, 0x02];

/** Whether this engine runs WebAssembly SIMD. */
export function supportsSimd(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(probe(ZEROS));
}

/** Whether this engine runs relaxed SIMD, which multiplies and adds in one instruction. */
export function supportsRelaxedSimd(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(probe(RELAXED_MADD));
}
