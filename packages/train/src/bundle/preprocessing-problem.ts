/** Most pixels along a side. */
const MAX_SIDE = 2 ** 14;

const CHOICES = {
  colour: ['rgb', 'bgr', 'grey'],
  resize: ['bilinear'],
  fit: ['stretch'],
  orientation: ['apply', 'ignore'],
} as const;

/** Which field of a preprocessing breaks which rule. */
export interface PreprocessingProblem {
  readonly field: string;
  readonly rule: string;
}

/** The first field of what should be a preprocessing that breaks its rule; undefined if none does. */
export function preprocessingProblem(value: unknown): PreprocessingProblem | undefined {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const { size, divisor, mean, sd } = fields;
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
