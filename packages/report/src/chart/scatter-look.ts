import type { Theme } from './theme.ts';

const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'];

/** The kinds of points of a chart, in the order in which they first occur. */
export const groupsOf = (points: readonly { readonly group?: string }[]): string[] => [
  ...new Set(points.map(({ group = '' }) => group)),
];

/** Encodes groups by colour and by shape at once, so that neither is needed. */
export function scatterLook(groups: readonly string[], { palette }: Theme, key: object | null): object {
  const look = (list: readonly unknown[]) => ({
    field: 'group',
    type: 'nominal',
    scale: { domain: groups, range: groups.map((_, i) => list[i % list.length]) },
    legend: key,
  });
  return { color: look(palette), ...(groups.length > 1 && { shape: look(shapes) }) };
}

/** The mark of a point on a paper; the more there are, the smaller. */
export function scatterMark(count: number, side: number, { paper }: Theme): object {
  const size = Math.max(6, Math.min(44, side / 9, (0.05 * side * side) / Math.sqrt(count * 40)));
  return { type: 'point', filled: true, size, opacity: 0.8, stroke: paper, strokeWidth: size < 16 ? 0 : 0.5 };
}
