/** A part of a picture, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a frame that differs from the one before, one number a pixel; a single pixel if nothing does. */
export function changedBox(
  now: Uint8Array | Uint32Array,
  before: Uint8Array | Uint32Array | undefined,
  width: number,
): Box {
  if (!before) return { left: 0, top: 0, width, height: now.length / width };
  let [left, top, right, bottom] = [width, Infinity, -1, -1];
  for (let i = 0; i < now.length; i++) {
    if (now[i] === before[i]) continue;
    const x = i % width;
    const y = (i - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return { left: 0, top: 0, width: 1, height: 1 };
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
