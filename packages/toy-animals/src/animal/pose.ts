import type { Rng } from '@animals/core';
import type { Drawing } from '../icons/drawing.ts';

/** How an animal stands in the picture, in units of 1/100 of its width. */
export interface Pose {
  /** Middle of its lower edge. */
  readonly x: number;
  readonly foot: number;
  readonly width: number;
  readonly height: number;
  readonly mirrored: boolean;
  /** In degrees. */
  readonly angle: number;
}

/**
 * Draws a pose: size by area (42 to 70 units across on average), so that no shape of animal is larger than another.
 *
 * Up to a tenth of the animal may be out of the picture at either side.
 */
export function drawPose({ box }: Drawing, horizon: number, rng: Rng): Pose {
  const stretch = rng.uniform(0.92, 1.09);
  const aspect = (box[2] / box[3]) * stretch;
  const across = rng.uniform(42, 70);
  const fit = Math.min(1, 88 / (across * Math.sqrt(Math.max(aspect, 1 / aspect))));
  const width = across * fit * Math.sqrt(aspect);
  const height = (across * fit) / Math.sqrt(aspect);
  const highest = Math.max(horizon + 5, height * 0.92 + 2);
  return {
    x: rng.uniform(width * 0.4, 100 - width * 0.4),
    foot: rng.uniform(Math.min(highest, 95), 97),
    width,
    height,
    mirrored: rng.uniform() < 0.5,
    angle: Math.max(-14, Math.min(14, rng.normal(0, 5))),
  };
}
