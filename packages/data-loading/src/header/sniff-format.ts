import { DataError, type ImageFormat } from '@animals/core';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** Formats that are known by their first bytes and refused by name. */
const REFUSED: readonly (readonly [name: string, offset: number, signature: readonly number[]])[] = [
  ['GIF', 0, ascii('GIF8')],
  ['WebP', 8, ascii('WEBP')],
  ['BMP', 0, ascii('BM')],
  ['TIFF', 0, [...ascii('II'), 42, 0]],
  ['TIFF', 0, [...ascii('MM'), 0, 42]],
  ['HEIF or AVIF', 4, ascii('ftyp')],
];

/**
 * Tells a file's format by its first bytes; the name's extension plays no part.
 *
 * @throws DataError if the file is empty or is neither a JPEG nor a PNG.
 */
export function sniffFormat(bytes: Uint8Array, path: string): ImageFormat {
  if (bytes.length === 0) throw new DataError(path, 'is empty (0 bytes)');
  if (startsWith(bytes, 0, JPEG)) return 'jpeg';
  if (startsWith(bytes, 0, PNG)) return 'png';
  for (const [name, offset, signature] of REFUSED) {
    if (startsWith(bytes, offset, signature)) {
      throw new DataError(path, `is a ${name} file, which is not supported; convert it to JPEG or PNG`);
    }
  }
  throw new DataError(path, `is neither a JPEG nor a PNG: ${describeStart(bytes)}`);
}

function startsWith(bytes: Uint8Array, offset: number, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[offset + i] === byte);
}

function describeStart(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 8);
  const isText = start.every(
    (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09,
  );
  if (isText) return `it is text, starting with ${JSON.stringify(String.fromCharCode(...start))}`;
  return `it starts with the bytes ${Array.from(start, (byte) => byte.toString(16).padStart(2, '0')).join(' ')}`;
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
