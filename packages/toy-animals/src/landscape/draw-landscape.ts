import type { Rng } from '@animals/core';
import { hex } from '../colour/hex.ts';
import type { Hsl } from '../colour/hsl.ts';
import { svgNumber as n } from '../svg-number.ts';
import type { Biome } from './biome.ts';
import type { Feature } from './feature.ts';
import { jitter } from './jitter.ts';

/** A landscape as SVG, in two parts: the animal stands between them. */
export interface Landscape {
  /** Height of the horizon, in units from the top. */
  readonly horizon: number;
  readonly behind: string;
  readonly before: string;
}

/** Draws a landscape of 100 x 100 units; ids in its SVG start with `b`. */
export function drawLandscape(biome: Biome, rng: Rng): Landscape {
  const horizon = rng.uniform(...biome.horizon);
  const place = (label: string) => ({ rng: rng.split(label), horizon });
  const sky = gradient('bs', biome.sky, rng) + rectangle('bs', 0, horizon + 1);
  const ground = gradient('bg', biome.ground, rng) + rectangle('bg', horizon, 100 - horizon);
  const draw = (features: readonly Feature[], label: string) =>
    features.map((feature, index) => feature(place(`${label}/${index}`))).join('');
  return {
    horizon,
    behind: sky + draw(biome.far, 'far') + ground + draw(biome.near, 'near'),
    before: biome.weather?.(place('weather')) ?? '',
  };
}

function gradient(id: string, [from, to]: readonly [Hsl, Hsl], rng: Rng): string {
  const turn = rng.uniform(-8, 8);
  const stop = ([hue, saturation, lightness]: Hsl, offset: number) =>
    `<stop offset="${offset}" stop-color="${hex(jitter(rng, [hue + turn, saturation, lightness], 5))}"/>`;
  return `<linearGradient id="${id}" x2="0" y2="1">${stop(from, 0)}${stop(to, 1)}</linearGradient>`;
}

function rectangle(id: string, y: number, height: number): string {
  return `<rect y="${n(y)}" width="100" height="${n(height)}" fill="url(#${id})"/>`;
}
