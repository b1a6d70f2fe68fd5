import type { MapPlace } from './grid-places.ts';

const samples = 8;

/**
 * What part of each square is covered by later ones, read at 8 by 8 places of it.
 *
 * @param places middles of the squares, 0 to 1.
 * @param side of every square, in the same unit.
 */
export function shareHidden(places: readonly MapPlace[], side: number): number[] {
  const buckets = new Map<string, number[]>();
  const bucketOf = (value: number) => Math.floor(value / side);
  places.forEach(({ x, y }, i) => {
    const key = `${bucketOf(x)},${bucketOf(y)}`;
    buckets.set(key, [...(buckets.get(key) ?? []), i]);
  });
  return places.map(({ x, y }, i) => {
    const later: MapPlace[] = [];
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const j of buckets.get(`${bucketOf(x) + dx},${bucketOf(y) + dy}`) ?? []) {
          if (j > i) later.push(places[j] as MapPlace);
        }
      }
    }
    let covered = 0;
    for (let at = 0; at < samples * samples; at++) {
      const px = x + side * (((at % samples) + 0.5) / samples - 0.5);
      const py = y + side * ((Math.floor(at / samples) + 0.5) / samples - 0.5);
      if (later.some((other) => Math.abs(other.x - px) < side / 2 && Math.abs(other.y - py) < side / 2)) covered += 1;
    }
    return covered / (samples * samples);
  });
}
