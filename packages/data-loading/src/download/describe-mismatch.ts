import type { DownloadOptions } from './download-options.ts';
import type { FileHashes } from './hash-file.ts';

/** Says in what a file differs from what was asked for, or undefined if it does not. */
export function describeMismatch(
  found: FileHashes,
  { bytes, sha256, md5 }: Pick<DownloadOptions, 'bytes' | 'sha256' | 'md5'>,
): string | undefined {
  if (bytes !== undefined && found.bytes !== bytes) return `has ${found.bytes} bytes where ${bytes} were expected`;
  for (const [name, wanted, got] of [
    ['sha256', sha256, found.sha256],
    ['md5', md5, found.md5],
  ] as const) {
    if (wanted !== undefined && wanted.toLowerCase() !== got)
      return `has the ${name} ${got} where ${wanted} was expected`;
  }
  return undefined;
}
