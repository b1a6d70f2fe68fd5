/**
 * Assigns each row of a matrix of costs to a column of its own so that the sum of costs is the least.
 *
 * Successive shortest augmenting paths, O(rows² · columns) at worst. Ties go to the lower column, so that the same costs
 * give the same assignment.
 * @param columns at least as many as rows.
 * @param fill writes the costs of a row, all finite, into one number a column.
 * @returns the column of each row.
 * @see Crouse (2016), On implementing 2D rectangular assignment algorithms; scipy.optimize.linear_sum_assignment.
 */
export function assign(rows: number, columns: number, fill: (row: number, costs: Float64Array) => void): Int32Array {
  const [u, v] = [new Float64Array(rows), new Float64Array(columns)];
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns).fill(-1);
  const shortest = new Float64Array(columns);
  const path = new Int32Array(columns);
  const open = new Int32Array(columns);
  const costs = new Float64Array(columns);
  for (let start = 0; start < rows; start++) {
    shortest.fill(Number.POSITIVE_INFINITY);
    for (let j = 0; j < columns; j++) open[j] = j;
    let [left, row, reached, sink] = [columns, start, 0, -1];
    const closed: number[] = [];
    while (sink === -1) {
      fill(row, costs);
      let lowest = Number.POSITIVE_INFINITY;
      let best = -1;
      const offset = reached - (u[row] as number);
      for (let k = 0; k < left; k++) {
        const j = open[k] as number;
        const through = offset + (costs[j] as number) - (v[j] as number);
        if (through < (shortest[j] as number)) {
          path[j] = row;
          shortest[j] = through;
        }
        const length = shortest[j] as number;
        // Of equally short ways the one that ends is taken.
        if (length < lowest || (length === lowest && rowOf[j] === -1 && rowOf[open[best] as number] !== -1)) {
          lowest = length;
          best = k;
        }
      }
      reached = lowest;
      const j = open[best] as number;
      closed.push(j);
      left -= 1;
      open[best] = open[left] as number;
      if (rowOf[j] === -1) sink = j;
      else row = rowOf[j] as number;
    }
    u[start]! += reached;
    for (const j of closed) {
      const slack = reached - (shortest[j] as number);
      v[j]! -= slack;
      if (j !== sink) u[rowOf[j] as number]! += slack;
    }
    for (let j = sink, at = -1; at !== start; ) {
      at = path[j] as number;
      rowOf[j] = at;
      const next = columnOf[at] as number;
      columnOf[at] = j;
      j = next;
    }
  }
  return columnOf;
}
