/** Below this share of its length, what is left of a row is rounding. */
const NOTHING = 1e-10;

/**
 * Makes rows orthonormal in place, first to last: Gram and Schmidt, each row twice.
 *
 * A row that the ones before it already span becomes 0, or, with `complete`, a unit vector that they do not span.
 */
export function orthonormalise(rows: Float64Array, length: number, { complete = false } = {}): void {
  const count = rows.length / length;
  for (let i = 0; i < count; i++) {
    if (makeUnit(rows, length, i) || !complete) continue;
    const row = rows.subarray(i * length, (i + 1) * length);
    for (let axis = 0, found = false; axis < length && !found; axis++) {
      row.fill(0);
      row[axis] = 1;
      found = makeUnit(rows, length, i);
    }
  }
}

function makeUnit(rows: Float64Array, length: number, i: number): boolean {
  const row = rows.subarray(i * length, (i + 1) * length);
  const before = norm(row);
  for (let pass = 0; pass < 2; pass++) {
    for (let j = 0; j < i; j++) takeAway(row, rows.subarray(j * length, (j + 1) * length));
  }
  const left = norm(row);
  const spanned = left <= NOTHING * before;
  for (let p = 0; p < length; p++) row[p] = spanned ? 0 : (row[p] as number) / left;
  return !spanned;
}

function takeAway(row: Float64Array, unit: Float64Array): void {
  let share = 0;
  for (let p = 0; p < row.length; p++) share += (row[p] as number) * (unit[p] as number);
  if (share === 0) return;
  for (let p = 0; p < row.length; p++) row[p] = (row[p] as number) - share * (unit[p] as number);
}

function norm(row: Float64Array): number {
  let sum = 0;
  for (let p = 0; p < row.length; p++) sum += (row[p] as number) ** 2;
  return Math.sqrt(sum);
}
