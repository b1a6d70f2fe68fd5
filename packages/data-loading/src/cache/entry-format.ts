import { createHash } from 'node:crypto';
import type { ChunkFailure, DecodedChunk } from '../load/decode-chunk.ts';

/** Starts every entry; the rest of the line is JSON. */
const MAGIC = 'animals-pixels 1 ';
/** Reasons of a whole chunk fit. */
export const MAX_HEADER = 2 ** 18;

/** Writes a chunk as an entry: a line that describes it, with the hash of failures and pixels, and the pixels. */
export function encodeEntry({ pixels, failures }: DecodedChunk): Uint8Array {
  const header = { bytes: pixels.length, sha256: hashOf(pixels, failures), failures };
  return Buffer.concat([Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`), pixels]);
}

/**
 * Reads an entry back, or gives undefined if it is damaged, or not of so many pictures of such a length.
 *
 * @param count of pictures that it has to hold
 * @param length of each in bytes
 */
export function decodeEntry(entry: Uint8Array, count: number, length: number): DecodedChunk | undefined {
  const end = entry.subarray(0, MAX_HEADER).indexOf(0x0a);
  const line = end < 0 ? '' : new TextDecoder().decode(entry.subarray(0, end));
  if (!line.startsWith(MAGIC)) return undefined;
  const header = parse(line.slice(MAGIC.length));
  const pixels = entry.subarray(end + 1);
  if (header?.bytes !== pixels.length || pixels.length !== count * length) return undefined;
  const failures = soundFailures(header.failures, count);
  return failures && header.sha256 === hashOf(pixels, failures) ? { pixels, failures } : undefined;
}

function parse(json: string): { bytes?: unknown; sha256?: unknown; failures?: unknown } | undefined {
  try {
    return JSON.parse(json) ?? undefined;
  } catch {
    return undefined;
  }
}

function soundFailures(value: unknown, count: number): ChunkFailure[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const failures: ChunkFailure[] = [];
  for (const { at, reason } of value.map((each) => (each ?? {}) as Record<string, unknown>)) {
    if (!Number.isInteger(at) || (at as number) < 0 || (at as number) >= count) return undefined;
    if (typeof reason !== 'string' || failures.some((other) => other.at === at)) return undefined;
    failures.push({ at: at as number, reason, lasting: true });
  }
  return failures;
}

function hashOf(pixels: Uint8Array, failures: readonly ChunkFailure[]): string {
  return createHash('sha256').update(JSON.stringify(failures)).update(pixels).digest('hex');
}
