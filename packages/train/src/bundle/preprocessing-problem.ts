import type { ResizeFit, ResizeMethod } from '@animals/data';

/** Most pixels along a side. */
const MAX_SIDE = 2 ** 14;

const RESIZES: Readonly<Record<ResizeMethod, true>> = {
  ...{ bilinear: true, nearest: true, area: true },
  ...{ 'pil-bilinear': true, 'pil-bicubic': true, 'pil-lanczos': true, 'pil-nearest': true },
};
const FITS: Readonly<Record<ResizeFit, true>> = { fill: true, crop: true, pad: true };

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  colour: ['rgb', 'bgr', 'grey'],
  orientation: ['apply', 'ignore'],
  resize: Object.keys(RESIZES),
  fit: Object.keys(FITS),
};

/** Which field of a preprocessing breaks which rule. */
export interface PreprocessingProblem {
  readonly field: string;
  readonly rule: string;
}

/** The first field of what should be a preprocessing that breaks its rule; undefined if none does. */
export function preprocessingProblem(value: unknown): PreprocessingProblem | undefined {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const { size, alpha, fit, background, divisor, mean, sd } = fields;
  const channels = fields.colour === 'grey' ? 1 : 3;
  const isPerChannel = (list: unknown, isGood: (item: unknown) => boolean) =>
    Array.isArray(list) && (list.length === 1 || list.length === channels) && list.every(isGood);
  if (!(Array.isArray(size) && size.length === 2 && size.every(isSide))) {
    return { field: 'size', rule: `[height, width] of 1 to ${MAX_SIDE} pixels` };
  }
  for (const [field, choices] of Object.entries(CHOICES)) {
    if (choices.some((choice) => choice === fields[field])) continue;
    return { field, rule: choices.map((choice) => `'${choice}'`).join(' or ') };
  }
  if (alpha !== 'drop' && !isColour(alpha, 3)) return { field: 'alpha', rule: "'drop' or a colour of 3 bytes" };
  if (background !== null && !(fit === 'pad' && isColour(background, channels))) {
    return { field: 'background', rule: `null or, with fit 'pad', ${channels} whole numbers from 0 to 255` };
  }
  if (!isPositive(divisor)) return { field: 'divisor', rule: 'positive and finite' };
  if (!isPerChannel(mean, Number.isFinite)) return { field: 'mean', rule: `a list of 1 or ${channels} finite numbers` };
  if (!isPerChannel(sd, isPositive)) return { field: 'sd', rule: `a list of 1 or ${channels} positive numbers` };
  return undefined;
}

function isSide(side: unknown): boolean {
  return Number.isInteger(side) && (side as number) >= 1 && (side as number) <= MAX_SIDE;
}

function isPositive(value: unknown): boolean {
  return Number.isFinite(value) && (value as number) > 0;
}

function isColour(value: unknown, channels: number): boolean {
  const isByte = (sample: unknown) => Number.isInteger(sample) && (sample as number) >= 0 && (sample as number) <= 255;
  return Array.isArray(value) && value.length === channels && value.every(isByte);
}
