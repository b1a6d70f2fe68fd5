/** How numbers are written: as they are, or fractions as per cent. */
export type ValueFormat = 'number' | 'percent';

/** The same for an axis, in d3's notation. */
export function axisFormat(format: ValueFormat): string {
  switch (format) {
    case 'number':
      return '~g';
    case 'percent':
      return '~%';
    default:
      return format satisfies never;
  }
}

export interface FormatOptions {
  readonly format?: ValueFormat;
  /** Decimals at most of a number; a percentage has two fewer, and always all of them. */
  readonly digits?: number;
}

/** Writes a number for people: a true minus sign, a dash for what is not finite. */
export function formatValue(value: number, { format = 'number', digits = 3 }: FormatOptions = {}): string {
  if (!Number.isFinite(value)) return '–';
  const percent = () => `${(value * 100).toFixed(Math.max(0, digits - 2))}%`;
  const text = format === 'percent' ? percent() : String(Number(value.toFixed(digits)));
  return text.replace(/^-/, '−');
}
