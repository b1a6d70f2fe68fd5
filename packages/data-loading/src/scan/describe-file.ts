import { ArgumentError, type ImageRecord } from '@animals/core';
import { readHeader } from '../header/read-header.ts';
import { sha256 } from './sha256.ts';

interface FileContext {
  readonly id: string;
  readonly path: string;
  readonly label: string;
  readonly maxPixels: number;
  readonly group: ((relativePath: string) => string) | undefined;
}

/**
 * Makes the record of one picture from its file's bytes, without decoding a pixel.
 *
 * @throws DataError if the file is not a whole JPEG or PNG, or is above the pixel cap.
 */
export async function describeFile(bytes: Uint8Array, context: FileContext): Promise<ImageRecord> {
  const { id, path, label, maxPixels } = context;
  const { tables, ...header } = readHeader(bytes, { path, maxPixels });
  const hash = await sha256(bytes);
  return {
    id,
    path,
    label,
    group: context.group ? checkGroup(context.group(id), id) : hash,
    sourceId: id,
    bytes: bytes.length,
    sha256: hash,
    ...header,
    jpegTables: tables ? (await sha256(tables)).slice(0, 8) : null,
  };
}

function checkGroup(group: string, path: string): string {
  if (typeof group === 'string' && group !== '') return group;
  throw new ArgumentError('group', `group must return a name for every path, got ${JSON.stringify(group)} for ${path}`);
}
