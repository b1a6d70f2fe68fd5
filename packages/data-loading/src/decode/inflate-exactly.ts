import { DataError } from '@animals/core';

/** Deflate makes at most 1032 bytes of one. */
const MAX_RATIO = 1032;

/**
 * Inflates zlib data whose length is known, piece by piece, so that a bomb does no harm.
 *
 * @throws DataError if the data is damaged, or not exactly `length` bytes long when inflated.
 */
export async function inflateExactly(parts: readonly Uint8Array[], length: number, path: string): Promise<Uint8Array> {
  const packed = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > packed * MAX_RATIO + 64) throw wrongLength(path, 'less');
  const out = new Uint8Array(length);
  let count = 0;
  for await (const piece of inflate(parts, path)) {
    if (count + piece.length > length) throw wrongLength(path, 'more');
    out.set(piece, count);
    count += piece.length;
  }
  if (count < length) throw wrongLength(path, 'less');
  return out;
}

async function* inflate(parts: readonly Uint8Array[], path: string): AsyncGenerator<Uint8Array> {
  const stream = new Blob(parts as Uint8Array<ArrayBuffer>[]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw new DataError(path, 'is corrupt: its pixel data cannot be inflated', { cause: error });
  } finally {
    // Only an abandoned stream has anything left to cancel; one that failed says so again.
    reader.cancel().catch(() => undefined);
  }
}

function wrongLength(path: string, difference: 'less' | 'more'): DataError {
  return new DataError(path, `is corrupt: it holds ${difference} pixel data than its header promises`);
}
