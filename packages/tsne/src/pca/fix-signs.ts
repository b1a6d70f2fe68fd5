/** Turns each row so that its entry of largest absolute value, the first of such, is positive. */
export function fixSigns(rows: Float64Array, length: number): void {
  for (let at = 0; at < rows.length; at += length) {
    const row = rows.subarray(at, at + length);
    let most = 0;
    for (let p = 1; p < length; p++) {
      if (Math.abs(row[p] as number) > Math.abs(row[most] as number)) most = p;
    }
    if ((row[most] as number) >= 0) continue;
    for (let p = 0; p < length; p++) row[p] = -(row[p] as number);
  }
}
