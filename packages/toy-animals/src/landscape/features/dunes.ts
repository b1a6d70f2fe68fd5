import { hex } from '../../colour/hex.ts';
import type { Hsl } from '../../colour/hsl.ts';
import { svgNumber as n } from '../../svg-number.ts';
import type { Feature } from '../feature.ts';
import { jitter } from '../jitter.ts';
import { scatter } from '../scatter.ts';

/** Long waves of sand or snow over the ground, each a little off in tone. */
export function dunes(colour: Hsl): Feature {
  return ({ rng, horizon }) =>
    scatter(rng, [2, 4], () => {
      const y = horizon + rng.uniform(0, 0.7) * (100 - horizon);
      const rise = rng.uniform(3, 9);
      const at = rng.uniform(15, 85);
      const d = `M-2 ${n(y + rise)}Q${n(at * 0.6)} ${n(y + rise * 0.6)} ${n(at)} ${n(y)}Q${n(at + 20)} ${n(y + rise)} 102 ${n(y + rise * 0.8)}V101H-2Z`;
      return `<path d="${d}" fill="${hex(jitter(rng, colour, 7))}" opacity=".75"/>`;
    });
}
