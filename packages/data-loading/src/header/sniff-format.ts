import { DataError, type ImageFormat } from '@animals/core';

type Signature = readonly (readonly [offset: number, bytes: readonly number[]])[];

/** The bytes that files of a format start with. */
const KNOWN: readonly (readonly [format: ImageFormat, signature: Signature])[] = [
  ['jpeg', [[0, [0xff, 0xd8, 0xff]]]],
  ['png', [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]]],
  [
    'webp',
    [
      [0, ascii('RIFF')],
      [8, ascii('WEBP')],
    ],
  ],
  ['gif', [[0, ascii('GIF87a')]]],
  ['gif', [[0, ascii('GIF89a')]]],
  ['bmp', [[0, ascii('BM')]]],
  ['tiff', [[0, [...ascii('II'), 42, 0]]]],
  ['tiff', [[0, [...ascii('MM'), 0, 42]]]],
];

/** Formats that are known by their first bytes and refused by name. */
const REFUSED: readonly (readonly [name: string, signature: Signature])[] = [
  ['BigTIFF', [[0, [...ascii('II'), 43, 0]]]],
  ['BigTIFF', [[0, [...ascii('MM'), 0, 43]]]],
  ['AVIF', [[4, ascii('ftypavi')]]],
  ['HEIF', [[4, ascii('ftyp')]]],
  ['JPEG XL', [[0, [0xff, 0x0a]]]],
  ['JPEG XL', [[4, ascii('JXL ')]]],
  ['JPEG 2000', [[4, ascii('jP  ')]]],
  ['PSD', [[0, ascii('8BPS')]]],
  ['ICO', [[0, [0, 0, 1, 0]]]],
];

/**
 * Tells a file's format by its first bytes; the name's extension plays no part.
 *
 * @throws DataError if the file is empty or of none of the formats.
 */
export function sniffFormat(bytes: Uint8Array, path: string): ImageFormat {
  if (bytes.length === 0) throw new DataError(path, 'is empty (0 bytes)');
  const known = KNOWN.find(([, signature]) => matches(bytes, signature));
  if (known) return known[0];
  const refused = REFUSED.find(([, signature]) => matches(bytes, signature));
  if (refused)
    throw new DataError(path, `is a file of ${refused[0]}, which is not supported; convert it to JPEG or PNG`);
  throw new DataError(path, `is no picture of JPEG, PNG, WebP, GIF, BMP or TIFF: ${describeStart(bytes)}`);
}

function matches(bytes: Uint8Array, signature: Signature): boolean {
  return signature.every(([offset, expected]) => expected.every((byte, i) => bytes[offset + i] === byte));
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
