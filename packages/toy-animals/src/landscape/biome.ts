import type { Hsl } from '../colour/hsl.ts';
import type { Feature } from './feature.ts';

/** A kind of landscape. Pairs of colours run from top to bottom, pairs of numbers from least to most. */
export interface Biome {
  readonly name: string;
  readonly sky: readonly [Hsl, Hsl];
  readonly ground: readonly [Hsl, Hsl];
  /** Height of the horizon, in units of 1/100 of the picture from its top. */
  readonly horizon: readonly [number, number];
  /** Drawn in this order behind the edge of the ground. */
  readonly far: readonly Feature[];
  /** Drawn in this order on the ground, behind the animal. */
  readonly near: readonly Feature[];
  /** Drawn last, in front of the animal. */
  readonly weather?: Feature;
  /** What hides the feet of an animal. */
  readonly cover: { readonly kind: CoverKind; readonly colour: Hsl };
  /** Colour of the air, how much of it lies on the animal, and how bright the animal is. */
  readonly air: Hsl;
  readonly haze: readonly [number, number];
  readonly light: readonly [number, number];
}

/** Blades of grass, rounded leaves, or a soft bank of sand or snow. */
export type CoverKind = 'grass' | 'leaves' | 'bank';
