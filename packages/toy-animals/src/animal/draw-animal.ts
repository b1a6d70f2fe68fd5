import type { Rng } from '@animals/core';
import { hslToRgb } from '../colour/hsl-to-rgb.ts';
import { recolour } from '../colour/recolour.ts';
import type { Drawing } from '../icons/drawing.ts';
import type { Biome } from '../landscape/biome.ts';
import { type CoverPlace, drawCover } from '../landscape/draw-cover.ts';
import { svgNumber as n } from '../svg-number.ts';
import { placeAnimal } from './place-animal.ts';
import { drawPose, type Pose } from './pose.ts';

/** Draws an animal into a landscape: its shadow, itself in the light of the place, and what hides its lower edge. */
export function drawAnimal(drawing: Drawing, biome: Biome, horizon: number, rng: Rng): string {
  const pose = drawPose(drawing, horizon, rng.split('pose'));
  const body = recolour(drawing.body, tintOf(biome, rng.split('tint')));
  const cover = drawCover(biome, coverOf(drawing, pose, rng.split('where')), rng.split('cover'));
  return shadowOf(drawing, pose, rng.split('shadow')) + placeAnimal(body, drawing, pose) + cover;
}

function tintOf({ air, haze, light }: Biome, rng: Rng) {
  return {
    hue: rng.uniform(-14, 14),
    saturation: rng.uniform(0.65, 1.15),
    lightness: rng.uniform(...light),
    air: hslToRgb(air),
    haze: rng.uniform(...haze),
  };
}

/** A head looks out from behind a cover; a body stands in a little of it. */
function coverOf({ view }: Drawing, { x, foot, width, height }: Pose, rng: Rng): CoverPlace {
  const share = view === 'head' ? rng.uniform(0.1, 0.26) : rng.uniform(0.02, 0.16);
  const reach = view === 'head' ? rng.uniform(1.1, 1.5) : rng.uniform(0.6, 1.3);
  return { x: x + rng.uniform(-0.15, 0.15) * width, foot: foot + 1, width: width * reach, height: height * share };
}

function shadowOf({ view }: Drawing, { x, foot, width, height }: Pose, rng: Rng): string {
  const strength = rng.uniform(0.15, 0.45);
  const at = x + rng.uniform(-0.22, 0.22) * width;
  const ry = view === 'head' ? height * 0.1 : height * 0.07;
  const stops = `<stop offset=".4" stop-opacity="${n(strength)}"/><stop offset="1" stop-opacity="0"/>`;
  const ellipse = `<ellipse cx="${n(at)}" cy="${n(foot)}" rx="${n(width * 0.6)}" ry="${n(ry)}" fill="url(#bd)"/>`;
  return `<radialGradient id="bd">${stops}</radialGradient>${ellipse}`;
}
