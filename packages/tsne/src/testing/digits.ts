import { brotliDecompressSync } from 'node:zlib';
import type { FloatMatrix } from '../input/input.ts';
import { DIGITS_BASE64 } from './digits-base64.ts';

const ROWS = 1797;
const COLUMNS = 64;

/**
 * Real handwritten digits, 8 by 8 pixels from 0 to 16, and which digit each is; the first `rows` of them.
 *
 * @see Alpaydin, Kaynak, "Optical recognition of handwritten digits" (UCI, 1998); scikit-learn `load_digits`
 */
export function digits(rows = ROWS): FloatMatrix & { readonly labels: Uint8Array } {
  const bytes = brotliDecompressSync(Buffer.from(DIGITS_BASE64, 'base64'));
  const data = Float32Array.from(bytes.subarray(0, rows * COLUMNS));
  return { data, rows, columns: COLUMNS, labels: Uint8Array.from(bytes.subarray(ROWS * COLUMNS)).subarray(0, rows) };
}
