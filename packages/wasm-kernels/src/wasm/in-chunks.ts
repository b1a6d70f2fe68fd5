/** Floats per chunk: long enough that a call costs nothing, short enough that the optimised code is reached soon. */
const CHUNK = 16_384;

/**
 * Calls `run` for chunks of `rows` rows of `columns` floats, with the number of rows and the offset of the first in bytes.
 *
 * WebAssembly starts in a compiler that is quick to compile and slow to run; a function gets better code only between calls.
 */
export function inChunks(rows: number, columns: number, run: (rows: number, byteOffset: number) => void): void {
  const step = Math.max(1, Math.floor(CHUNK / columns));
  for (let row = 0; row < rows; row += step) run(Math.min(step, rows - row), 4 * row * columns);
}
