import type { Size } from '../image/image.ts';
import type { Step } from '../steps/step.ts';

/** Operations of RandAugment, TrivialAugment and AugMix: names, largest magnitude at a setting, and the steps. */
export interface MagnitudeOp {
  readonly name: string;
  /** Whether half of the magnitudes are made negative. */
  readonly signed: boolean;
  /** Magnitude at a fraction from 0 to 1 of the strength. */
  magnitude(fraction: number): number;
  steps(magnitude: number): readonly Step[];
}

/** The largest magnitudes of a family. */
export interface MagnitudeSpace {
  readonly shear: number;
  /** Pixels. */
  readonly translate: { readonly rows: number; readonly columns: number };
  readonly degrees: number;
  /** Of brightness, colour, contrast and sharpness; left out, these are no operations. */
  readonly enhance?: number;
  /** Bits kept at no and at full strength. */
  readonly posterise: readonly [number, number];
}

/**
 * The operations of a space, in torchvision's order and with its meanings.
 *
 * @see torchvision.transforms.autoaugment, _augmentation_space and _apply_op
 */
export function magnitudeOps(space: MagnitudeSpace): MagnitudeOp[] {
  const { translate, posterise, enhance } = space;
  const signed = (name: string, most: number, step: (magnitude: number) => Step): MagnitudeOp => {
    return { name, signed: true, magnitude: (fraction) => fraction * most, steps: (m) => [step(m)] };
  };
  const plain = (name: string, steps: readonly Step[]): MagnitudeOp => {
    return { name, signed: false, magnitude: () => 0, steps: () => steps };
  };
  const enhancing = (op: 'brightness' | 'saturation' | 'contrast' | 'sharpness') =>
    enhance === undefined ? [] : [signed(op, enhance, (m) => ({ op, factor: 1 + m }))];
  return [
    signed('shearX', space.shear, (x) => ({ op: 'shear', x, y: 0, about: 'corner' })),
    signed('shearY', space.shear, (y) => ({ op: 'shear', x: 0, y, about: 'corner' })),
    signed('translateX', translate.columns, (m) => ({ op: 'shift', rows: 0, columns: Math.trunc(m) + 0 })),
    signed('translateY', translate.rows, (m) => ({ op: 'shift', rows: Math.trunc(m) + 0, columns: 0 })),
    signed('rotate', space.degrees, (degrees) => ({ op: 'rotate', degrees })),
    ...enhancing('brightness'),
    ...enhancing('saturation'),
    ...enhancing('contrast'),
    ...enhancing('sharpness'),
    {
      name: 'posterise',
      signed: false,
      magnitude: (fraction) => posterise[0] - roundEven(fraction * (posterise[0] - posterise[1])),
      steps: (bits) => [{ op: 'posterise', bits }],
    },
    {
      name: 'solarise',
      signed: false,
      magnitude: (fraction) => 255 * (1 - fraction),
      steps: (threshold) => [{ op: 'solarise', threshold }],
    },
    plain('autocontrast', [{ op: 'autocontrast' }]),
    plain('equalise', [{ op: 'equalise' }]),
  ];
}

/** Does nothing; RandAugment and TrivialAugment have it too. */
export const NO_OP: MagnitudeOp = { name: 'identity', signed: false, magnitude: () => 0, steps: () => [] };

/** RandAugment's magnitudes on a picture of a size. */
export function randAugmentSpace({ height, width }: Size): MagnitudeSpace {
  const translate = { rows: (150 / 331) * height, columns: (150 / 331) * width };
  return { shear: 0.3, translate, degrees: 30, enhance: 0.9, posterise: [8, 4] };
}

/** TrivialAugment's wide magnitudes. */
export const TRIVIAL_SPACE: MagnitudeSpace = {
  shear: 0.99,
  translate: { rows: 32, columns: 32 },
  degrees: 135,
  enhance: 0.99,
  posterise: [8, 2],
};

/** AugMix's magnitudes on a picture of a size. */
export function augMixSpace({ height, width }: Size, allOps: boolean): MagnitudeSpace {
  const translate = { rows: height / 3, columns: width / 3 };
  return { shear: 0.3, translate, degrees: 30, posterise: [4, 0], ...(allOps ? { enhance: 0.9 } : {}) };
}

/** PyTorch rounds halves to even numbers. */
function roundEven(value: number): number {
  const low = Math.floor(value);
  return value - low === 0.5 ? low + (low % 2) : Math.round(value);
}
