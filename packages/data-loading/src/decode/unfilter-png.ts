/**
 * Undoes the filters of a pass in place; every row stands behind one byte that names its filter.
 *
 * @param pixelBytes bytes from a sample to the same of the pixel before it, at least 1
 * @throws Error if a filter has a number above 4.
 * @see PNG specification (third edition), section 9.2.
 */
export function unfilterPng(data: Uint8Array, start: number, rows: number, rowBytes: number, pixelBytes: number): void {
  for (let y = 0, at = start; y < rows; y++, at += rowBytes + 1) {
    const filter = data[at] as number;
    const end = at + 1 + rowBytes;
    const up = y === 0 ? 0 : rowBytes + 1;
    if (filter === 1) addLeft(data, at + 1 + pixelBytes, end, pixelBytes);
    else if (filter === 2) addUp(data, at + 1, end, up);
    else if (filter === 3) addAverage(data, at + 1, end, up, pixelBytes);
    else if (filter === 4) addPaeth(data, at + 1, end, up, pixelBytes);
    else if (filter !== 0) throw new Error(`a row has filter ${filter}, of 0 to 4`);
  }
}

function addLeft(data: Uint8Array, start: number, end: number, step: number): void {
  for (let i = start; i < end; i++) data[i] = (data[i] as number) + (data[i - step] as number);
}

function addUp(data: Uint8Array, start: number, end: number, up: number): void {
  if (up === 0) return;
  for (let i = start; i < end; i++) data[i] = (data[i] as number) + (data[i - up] as number);
}

function addAverage(data: Uint8Array, start: number, end: number, up: number, step: number): void {
  for (let i = start; i < end; i++) {
    const left = i < start + step ? 0 : (data[i - step] as number);
    const above = up === 0 ? 0 : (data[i - up] as number);
    data[i] = (data[i] as number) + ((left + above) >> 1);
  }
}

function addPaeth(data: Uint8Array, start: number, end: number, up: number, step: number): void {
  if (up === 0) {
    addLeft(data, start + step, end, step);
    return;
  }
  for (let i = start; i < end; i++) {
    const isFirst = i < start + step;
    const left = isFirst ? 0 : (data[i - step] as number);
    const corner = isFirst ? 0 : (data[i - up - step] as number);
    data[i] = (data[i] as number) + nearestOf(left, data[i - up] as number, corner);
  }
}

/** Paeth's predictor: whichever of the three is nearest to left + above - corner. */
function nearestOf(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
