interface Place {
  readonly x: number;
  readonly y: number;
}

interface Domains {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Middle and half of the span of some numbers. */
function spanOf(values: readonly number[]) {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  return { middle: (low + high) / 2, half: (high - low) / 2 };
}

/** Domains as wide as the wider of the two, with a margin, so that distances are true. */
export function squareDomains(points: readonly Place[]): Domains {
  const x = spanOf(points.map((point) => point.x));
  const y = spanOf(points.map((point) => point.y));
  const wanted = 1.04 * Math.max(x.half, y.half);
  // What no floating-point number tells apart from its middle is one place.
  const least = Math.max(1e-100, 1e-9 * Math.max(Math.abs(x.middle), Math.abs(y.middle)));
  const half = wanted > least ? wanted : Math.max(1, least * 10);
  return { x: [x.middle - half, x.middle + half], y: [y.middle - half, y.middle + half] };
}
