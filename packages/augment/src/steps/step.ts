import type { AffineParameters, KerasVariant } from '../keras/affine-parameters.ts';

/** A change of places, as plain data. Consecutive ones are drawn with one interpolation. */
export type GeometryStep =
  | { readonly op: 'flip'; readonly axis: 'horizontal' | 'vertical' }
  /** Moves the content down and to the right, in pixels. */
  | { readonly op: 'shift'; readonly rows: number; readonly columns: number }
  /** Turns the content counter-clockwise about the centre. */
  | { readonly op: 'rotate'; readonly degrees: number }
  /** Slopes: the content of a row moves to the left by `x` times its row, that of a column up by `y` times its column. */
  | { readonly op: 'shear'; readonly x: number; readonly y: number; readonly about?: 'centre' | 'corner' }
  /** Above 1 the content grows, about the centre. */
  | { readonly op: 'zoom'; readonly rows: number; readonly columns: number }
  /** Where the centres of the corner pixels go: row and column, clockwise from the upper left. */
  | { readonly op: 'perspective'; readonly corners: Corners }
  /** Smooth random displacements, of standard deviation about `amplitude` pixels, from a grid of the given spacing. */
  | { readonly op: 'elastic'; readonly amplitude: number; readonly spacing: number; readonly seed: number }
  /** Cuts out a rectangle, and draws it in another size if one is given. */
  | {
      readonly op: 'crop';
      readonly top: number;
      readonly left: number;
      readonly height: number;
      readonly width: number;
      readonly toHeight?: number;
      readonly toWidth?: number;
    }
  | ({ readonly op: 'keras'; readonly variant: KerasVariant } & AffineParameters);

/** Four places: row and column, clockwise from the upper left. */
export type Corners = readonly [number, number, number, number, number, number, number, number];

/** A change of values, as plain data. Pictures hold 0 to 255. */
export type ColourStep =
  /** 0 gives black, 1 the picture; as PIL.ImageEnhance. */
  | { readonly op: 'brightness'; readonly factor: number }
  /** 0 gives the mean grey, 1 the picture. */
  | { readonly op: 'contrast'; readonly factor: number }
  /** 0 gives grey, 1 the picture. */
  | { readonly op: 'saturation'; readonly factor: number }
  /** 0 gives a smoothed picture, 1 the picture, above 1 a sharper one. */
  | { readonly op: 'sharpness'; readonly factor: number }
  /** In turns of the colour circle, -0.5 to 0.5. */
  | { readonly op: 'hue'; readonly turns: number }
  | { readonly op: 'gamma'; readonly gamma: number }
  | { readonly op: 'grey' }
  | { readonly op: 'invert' }
  /** Inverts values from the threshold on. */
  | { readonly op: 'solarise'; readonly threshold: number }
  /** Keeps so many bits of each value, 0 to 8. */
  | { readonly op: 'posterise'; readonly bits: number }
  | { readonly op: 'equalise' }
  | { readonly op: 'autocontrast' }
  /** Gaussian, `sigma` in pixels. */
  | { readonly op: 'blur'; readonly sigma: number }
  /** Normal noise of standard deviation `sd`. */
  | { readonly op: 'noise'; readonly sd: number; readonly seed: number }
  /** Writes and reads the picture as JPEG of a quality from 1 to 100, by a codec that is given when it is applied. */
  | { readonly op: 'jpeg'; readonly quality: number }
  /** Overwrites a rectangle with a value, or with uniform noise of a seed. */
  | {
      readonly op: 'erase';
      readonly top: number;
      readonly left: number;
      readonly height: number;
      readonly width: number;
      readonly fill: number | { readonly seed: number };
    }
  /** Blends chains of steps: `keep` of the picture, and `weights` of what each chain makes of it. */
  | {
      readonly op: 'augmix';
      readonly keep: number;
      readonly weights: readonly number[];
      readonly chains: readonly (readonly Step[])[];
    };

/** One change of a picture, as plain data. */
export type Step = GeometryStep | ColourStep;
