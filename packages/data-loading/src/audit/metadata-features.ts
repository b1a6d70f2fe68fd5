import type { ImageRecord } from '@animals/core';

/** What a file gives away before a pixel is looked at. */
export type MetadataFeature = 'size' | 'exif' | 'bytes' | 'jpegTables' | 'all';

/** Rarer tables share one column, so that a set of many cameras stays small. */
const MAX_TABLES = 64;

/**
 * Turns records into numbers, one row a record, for each kind of metadata.
 *
 * Size is the long and the short side, so that turning a picture changes nothing; tables are one column a table.
 */
export function metadataFeatures(records: readonly ImageRecord[]): Record<MetadataFeature, number[][]> {
  const tables = commonTables(records);
  const size = records.map(({ width, height }) => [Math.max(width, height), Math.min(width, height)]);
  const exif = records.map((record) => [Number(record.exif)]);
  const bytes = records.map((record) => [record.bytes]);
  const jpegTables = records.map((record) => oneHot(tables.indexOf(String(record.jpegTables)), tables.length));
  const all = records.map((_, i) => [size, exif, bytes, jpegTables].flatMap((columns) => columns[i] as number[]));
  return { size, exif, bytes, jpegTables, all };
}

function commonTables(records: readonly ImageRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { jpegTables } of records) counts.set(String(jpegTables), (counts.get(String(jpegTables)) ?? 0) + 1);
  const byCount = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return byCount.slice(0, MAX_TABLES).map(([table]) => table);
}

/** The last column stands for whatever has no column of its own. */
function oneHot(index: number, length: number): number[] {
  const row = Array<number>(length + 1).fill(0);
  row[index < 0 ? length : index] = 1;
  return row;
}
