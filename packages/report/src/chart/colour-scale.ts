import { ArgumentError } from '@animals/core';
import { checkDrawable, checkRising } from './check-numbers.ts';
import { mixColour } from './mix-colour.ts';
import type { Theme } from './theme.ts';

/** From values to colours. */
export interface ColourScale {
  readonly domain: readonly [number, number];
  /** Of a diverging scale: where it has no colour. */
  readonly middle?: number;
  /** The colour of a value as `#rrggbb`; beyond the domain that of its end. */
  colour(value: number, theme: Theme): string;
}

export interface ColourScaleOptions {
  readonly colours: 'sequential' | 'diverging';
  readonly middle?: number;
  readonly domain?: readonly [number, number];
}

/** The span of the values; for a diverging scale as far to either side of the middle. */
function spanOf(values: readonly number[], middle: number | undefined): [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), middle ?? Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), middle ?? -Infinity);
  if (middle !== undefined) {
    const reach = Math.max(high - middle, middle - low) || 1;
    return [middle - reach, middle + reach];
  }
  return low < high ? [low, high] : [Math.min(low, low === Infinity ? 0 : low), low === Infinity ? 1 : low];
}

function checkDomain(domain: readonly [number, number], middle: number | undefined): void {
  checkRising('domain', domain);
  const [from, to] = domain;
  if (middle === undefined || (from < middle && middle < to)) return;
  throw new ArgumentError('domain', `domain must hold the middle ${middle} inside, got [${from}, ${to}]`);
}

/**
 * Makes a scale of colours for some values; those that are null or not finite do not count.
 * @throws ArgumentError if the domain does not rise, or does not hold the middle.
 */
export function colourScale(values: readonly (number | null)[], options: ColourScaleOptions): ColourScale {
  const middle = options.colours === 'diverging' ? (options.middle ?? 0) : undefined;
  if (middle !== undefined) checkDrawable('middle', middle);
  if (options.domain) checkDomain(options.domain, middle);
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const [low, high] = options.domain ?? spanOf(known, middle);
  const share = (value: number, from: number, to: number) => {
    const part = (value - from) / (to - from);
    return Number.isNaN(part) ? 0.5 : Math.max(0, Math.min(1, part));
  };
  return {
    domain: [low, high],
    ...(middle !== undefined && { middle }),
    colour(value, { tint, palette }) {
      const [cold, warm] = palette as [string, string];
      if (middle === undefined) return mixColour(tint, cold, share(value, low, high));
      return value < middle
        ? mixColour(cold, tint, share(value, low, middle))
        : mixColour(tint, warm, share(value, middle, high));
    },
  };
}
