import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Size and hashes of a file, 64 and 32 hex digits. */
export interface FileHashes {
  readonly bytes: number;
  readonly sha256: string;
  readonly md5: string;
}

/** Hashes a file piece by piece: memory does not grow with its size. */
export async function hashFile(file: string, signal?: AbortSignal): Promise<FileHashes> {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 18, signal })) {
    sha256.update(chunk);
    md5.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}
