// A module whose one function makes a vector and drops it: (func i32.const 0, i8x16.splat, drop).
const PROBE = 'AGFzbQEAAAABBAFgAAADAgEACgkBBwBBAP0PGgs=';

/** Whether this engine runs WebAssembly with 128-bit vectors. */
export function supportsSimd(): boolean {
  if (typeof WebAssembly !== 'object') return false;
  return WebAssembly.validate(Uint8Array.from(atob(PROBE), (character) => character.charCodeAt(0)));
}
