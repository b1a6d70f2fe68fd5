import { measureText } from './measure-text.ts';

const labelLimit = 200;
/** Symbol and gaps beside a label. */
const extra = 44;

export interface LegendOptions {
  /** Also for a single group. */
  readonly always?: boolean;
  /** Longer labels are cut. */
  readonly limit?: number;
}

/** A legend above the chart, in as many columns as there is room for; none for a single group. */
export function legend(
  groups: readonly string[],
  width: number,
  style: object = {},
  { always = false, limit = labelLimit }: LegendOptions = {},
): object | null {
  if (groups.length < 2 && !always) return null;
  const widest = Math.max(...groups.map((group) => Math.min(limit, measureText(group))));
  return { labelLimit: limit, columns: Math.max(1, Math.floor(width / (widest + extra))), ...style };
}
