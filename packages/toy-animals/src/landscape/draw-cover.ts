import type { Rng } from '@animals/core';
import type { Hsl } from '../colour/hsl.ts';
import type { Biome, CoverKind } from './biome.ts';
import { jitter } from './jitter.ts';
import { ellipse, stroke } from './shapes.ts';

/** Where a cover grows: along a line of `width` units around `x`, reaching `height` units above `foot`. */
export interface CoverPlace {
  readonly x: number;
  readonly foot: number;
  readonly width: number;
  readonly height: number;
}

/** Draws what hides the lower part of an animal: grass, leaves, or a bank of sand or snow. */
export function drawCover(biome: Biome, place: CoverPlace, rng: Rng): string {
  const { kind, colour } = biome.cover;
  return DRAWERS[kind](place, colour, rng);
}

const DRAWERS: Record<CoverKind, (place: CoverPlace, colour: Hsl, rng: Rng) => string> = { grass, leaves, bank };

function grass({ x, foot, width, height }: CoverPlace, colour: Hsl, rng: Rng): string {
  const blades = Math.round(width * 1.1) + 8;
  return times(blades, (share) => {
    const rise = height * rng.uniform(0.55, 1.35) + 2;
    const sway = rng.uniform(-0.45, 0.45) * rise;
    const at = x + (share - 0.5) * width + rng.uniform(-1.5, 1.5);
    return stroke(
      at,
      foot + 2,
      [sway * 0.15, -rise * 0.6],
      [sway, -rise - 2],
      jitter(rng, colour, 14),
      rng.uniform(0.7, 1.5),
    );
  });
}

function leaves({ x, foot, width, height }: CoverPlace, colour: Hsl, rng: Rng): string {
  const count = Math.round(width * 0.4) + 6;
  return times(count, (share) => {
    const size = height * rng.uniform(0.3, 0.55) + 1.5;
    const at = x + (share - 0.5) * width + rng.uniform(-2, 2);
    return ellipse(at, foot + 1 - rng.uniform(0, 0.75) * height, size, size * 0.75, jitter(rng, colour, 16));
  });
}

function bank({ x, foot, width, height }: CoverPlace, colour: Hsl, rng: Rng): string {
  return times(3, (share) => {
    const at = x + (share - 0.5) * width * 0.8;
    const rise = height * rng.uniform(0.7, 1.2) + 1;
    return ellipse(at, foot + rise * 0.4, width * rng.uniform(0.3, 0.45), rise * 1.2, jitter(rng, colour, 5));
  });
}

function times(count: number, draw: (share: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw((index + 0.5) / count)).join('');
}
