/** The kinds of weights file that can be told apart by their first bytes. */
export type WeightsFormat = 'safetensors' | 'tfjs-layers' | 'hdf5' | 'zip' | 'tflite';

const HDF5 = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const TFLITE = [0x54, 0x46, 0x4c, 0x33];
const BRACE = 0x7b;
const SPACES = new Set([0x09, 0x0a, 0x0d, 0x20]);

/**
 * Tells what kind of weights file some bytes are, by content and never by name; null if none of them.
 *
 * `hdf5` is Keras' `.h5` and `.weights.h5`, `zip` its `.keras`; `tfjs-layers` any JSON object, as only parsing tells.
 */
export function detectFormat(bytes: Uint8Array): WeightsFormat | null {
  if (startsWith(bytes, HDF5)) return 'hdf5';
  if (startsWith(bytes, ZIP)) return 'zip';
  if (startsWith(bytes.subarray(4), TFLITE)) return 'tflite';
  // Eight bytes of length, then a JSON header; the length's upper bytes are 0, which no text holds.
  if (bytes[8] === BRACE && bytes[7] === 0) return 'safetensors';
  if (bytes.find((byte) => !SPACES.has(byte)) === BRACE) return 'tfjs-layers';
  return null;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
