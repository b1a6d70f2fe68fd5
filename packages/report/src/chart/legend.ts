import { measureText } from './measure-text.ts';

const labelLimit = 200;
/** Symbol and gaps beside a label. */
const extra = 44;

/** A legend above the chart, in as many columns as there is room for; none for a single group. */
export function legend(groups: readonly string[], width: number, style: object = {}): object | null {
  if (groups.length < 2) return null;
  const widest = Math.max(...groups.map((group) => Math.min(labelLimit, measureText(group))));
  return { labelLimit, columns: Math.max(1, Math.floor(width / (widest + extra))), ...style };
}
