/** Pictures of one set have few sizes between them; more than this many are made anew. */
const MOST = 64;

/** Keeps what was computed for a pair of lengths, as the weights of a resize depend on nothing else. */
export function rememberTaps<T>(make: (from: number, to: number) => T): (from: number, to: number) => T {
  const known = new Map<string, T>();
  return (from, to) => {
    const key = `${from}:${to}`;
    const hit = known.get(key);
    if (hit !== undefined) return hit;
    const made = make(from, to);
    if (known.size === MOST) known.clear();
    known.set(key, made);
    return made;
  };
}
