import { ArgumentError } from '@animals/core';
import { checkSome } from '../chart/check-numbers.ts';
import type { Raster } from '../image/raster.ts';
import type { FramesOptions } from './frames-options.ts';

/** Refuses no frame, frames of two sizes or with sides over `largest`, and delays and loops out of range. */
export function checkFrames(
  frames: readonly Raster[],
  { delay = 100, loop = 0 }: FramesOptions,
  largest: number,
): void {
  checkSome('frames', frames);
  const [{ width, height }] = frames as [Raster];
  const odd = frames.find((frame) => frame.width !== width || frame.height !== height);
  if (odd) {
    throw new ArgumentError('frames', `frames must be all of ${width} x ${height}, got ${odd.width} x ${odd.height}`);
  }
  if (width > largest || height > largest) {
    throw new ArgumentError('frames', `frames must be at most ${largest} wide and high, got ${width} x ${height}`);
  }
  const delays = typeof delay === 'number' ? [delay] : delay;
  const wrong = delays.find((ms) => !(ms >= 20 && ms <= 60_000));
  if (wrong !== undefined) throw new ArgumentError('delay', `delay must be from 20 to 60000 ms, got ${wrong}`);
  if (typeof delay !== 'number' && delay.length !== frames.length) {
    throw new ArgumentError('delay', `delay must be one a frame, got ${delay.length} for ${frames.length} frames`);
  }
  if (Number.isInteger(loop) && loop >= 0 && loop <= 65535) return;
  throw new ArgumentError('loop', `loop must be a whole number from 0 to 65535, got ${loop}`);
}
