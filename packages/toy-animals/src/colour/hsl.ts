/** Hue in degrees (any), saturation and lightness in [0, 100]. */
export type Hsl = readonly [hue: number, saturation: number, lightness: number];
