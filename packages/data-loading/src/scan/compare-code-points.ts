/**
 * Orders strings by code points, whatever the locale.
 *
 * JavaScript's own order is by UTF-16 units, which puts an emoji before `U+FB01`; this one is the order of UTF-8 bytes.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    return lift(a.charCodeAt(i)) - lift(b.charCodeAt(i));
  }
  return a.length - b.length;
}

/** Moves the surrogates above the units of the basic plane that follow them. */
function lift(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
