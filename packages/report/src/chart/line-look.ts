import type { Theme } from './theme.ts';

const dashes = [
  [1, 0],
  [6, 3],
  [2, 2],
];

/**
 * Encodes groups by colour, and by dashes as well once there are more groups than colours.
 *
 * The order of the groups decides, so that a group keeps its look in every panel.
 */
export function lineLook(groups: readonly string[], { palette }: Theme, key: object | null): object {
  const look = (range: readonly unknown[]) => ({
    field: 'group',
    type: 'nominal',
    scale: { domain: groups, range },
    legend: key,
  });
  const color = look(groups.map((_, i) => palette[i % palette.length]));
  if (groups.length <= palette.length) return { color };
  return { color, strokeDash: look(groups.map((_, i) => dashes[Math.floor(i / palette.length) % dashes.length])) };
}
