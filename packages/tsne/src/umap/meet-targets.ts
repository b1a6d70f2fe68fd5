import { fuzzyUnion } from './fuzzy-union.ts';
import { keepValues, type SparseRows } from './sparse-rows.ts';

const UNKNOWN_DISTANCE = 1;
const FAR = 2.5;

/**
 * Weakens memberships of samples with unlike targets, by exp(-2.5 / (1 - weight)), and of those whose target is -1, by 1/e,
 * then gives each sample a neighbour for sure again.
 *
 * @see umap-learn discrete_metric_simplicial_set_intersection
 */
export function meetTargets(graph: SparseRows, targets: ArrayLike<number>, weight: number): SparseRows {
  const { rows, rowStart, columns } = graph;
  const values = graph.values.slice();
  const unlike = weight < 1 ? Math.exp(-FAR / (1 - weight)) : 0;
  for (let i = 0; i < rows; i++) {
    const [from, to] = [rowStart[i] as number, rowStart[i + 1] as number];
    let most = 0;
    for (let p = from; p < to; p++) {
      const [own, other] = [targets[i] as number, targets[columns[p] as number] as number];
      const factor = own === -1 || other === -1 ? Math.exp(-UNKNOWN_DISTANCE) : own === other ? 1 : unlike;
      values[p] = (values[p] as number) * factor;
      most = Math.max(most, values[p] as number);
    }
    if (most > 0) for (let p = from; p < to; p++) values[p] = (values[p] as number) / most;
  }
  return fuzzyUnion(
    keepValues({ ...graph, values }, (value) => value !== 0),
    1,
  );
}
