import type { ImageRecord } from '@animals/core';

/** Records that follow each other in a manifest, and where the first of them stands. */
export interface RecordChunk {
  readonly start: number;
  readonly records: readonly ImageRecord[];
}

/** One record in so many is a chunk's last. */
const MEAN = 64;
const MOST_RECORDS = 256;
const MOST_BYTES = 2 ** 24;

/**
 * Cuts a manifest's records into chunks, the unit in which pictures are decoded, cached and handed to workers.
 *
 * Where a chunk ends is told by the record's own hash, so that a file that is added or removed changes one chunk and leaves
 * the others as they were cached.
 * @param length of one picture in bytes
 */
export function chunkRecords(records: readonly ImageRecord[], length: number): RecordChunk[] {
  const most = Math.max(1, Math.min(MOST_RECORDS, Math.floor(MOST_BYTES / length)));
  const chunks: RecordChunk[] = [];
  let start = 0;
  for (const [i, { sha256 }] of records.entries()) {
    const ends = Number.parseInt(sha256.slice(-8), 16) % MEAN === 0;
    if (!ends && i + 1 - start < most && i + 1 < records.length) continue;
    chunks.push({ start, records: records.slice(start, i + 1) });
    start = i + 1;
  }
  return chunks;
}
