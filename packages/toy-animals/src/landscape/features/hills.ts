import { hex } from '../../colour/hex.ts';
import type { Hsl } from '../../colour/hsl.ts';
import { svgNumber as n } from '../../svg-number.ts';
import type { Feature, Place } from '../feature.ts';
import { jitter } from '../jitter.ts';

/** Two rolling ridges behind the horizon, the far one paler. */
export function hills(colour: Hsl, { height = 12 }: { height?: number } = {}): Feature {
  return (place) => {
    const [hue, saturation, lightness] = jitter(place.rng, colour);
    const far: Hsl = [hue, saturation * 0.6, lightness + 14];
    return ridge(place, far, height * 1.4) + ridge(place, [hue, saturation, lightness], height * 0.7);
  };
}

function ridge({ rng, horizon }: Place, colour: Hsl, height: number): string {
  const start = horizon - rng.uniform(0.2, 1) * height;
  let path = `M-2 ${n(start)}`;
  for (let x = -2; x < 102; x += 26) {
    path += `Q${n(x + 13)} ${n(horizon - rng.uniform(0, 1.6) * height)} ${x + 26} ${n(horizon - rng.uniform(0.1, 0.9) * height)}`;
  }
  return `<path d="${path}V101H-2Z" fill="${hex(colour)}"/>`;
}
