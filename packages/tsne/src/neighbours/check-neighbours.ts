import { ArgumentError } from '@animals/core';
import type { Neighbours } from './neighbours.ts';

/**
 * Checks a graph that the caller made.
 *
 * @throws ArgumentError if it is not that of `rows` samples, has fewer than `least` neighbours a sample, names a sample
 * that is not there or itself, or distances are not finite, negative or not ascending.
 */
export function checkNeighbours(graph: Neighbours, rows: number, least = 1): void {
  const { k, indices, distances } = graph;
  if (!Number.isInteger(k) || k < least || k >= rows) {
    fail(`k must be an integer in [${least}, ${rows - 1}] for ${rows} samples, got ${k}`);
  }
  if (indices.length !== rows * k || distances.length !== rows * k) {
    fail(`must hold ${rows} * ${k} indices and distances, got ${indices.length} and ${distances.length}`);
  }
  for (let at = 0; at < indices.length; at++) {
    const [i, j, distance] = [Math.floor(at / k), indices[at] as number, distances[at] as number];
    if (!(j >= 0 && j < rows) || j === i) fail(`indices must be other samples, got ${j} for sample ${i}`);
    const before = at % k === 0 ? 0 : (distances[at - 1] as number);
    if (!(distance >= before && distance < Number.POSITIVE_INFINITY)) {
      fail(`distances must be finite, at least 0 and ascending, got ${distance} after ${before} for sample ${i}`);
    }
  }
}

function fail(what: string): never {
  throw new ArgumentError('neighbours', `neighbours: ${what}; nearestNeighbours() makes them so`);
}
