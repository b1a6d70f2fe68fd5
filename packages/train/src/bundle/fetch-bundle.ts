import { DataError } from '@animals/core';
import { HASH_BYTES, MAGIC, PREFIX_BYTES } from './bundle-file.ts';
import { type BundleParts, MAX_HEADER_BYTES, MAX_WEIGHT_BYTES } from './bundle-header.ts';
import { decodeBundle } from './decode-bundle.ts';
import { HEADER_FILE, parseHeaderFile, weightsFile } from './folder-files.ts';
import { toDataError } from './to-data-error.ts';

const MOST = PREFIX_BYTES + MAX_HEADER_BYTES + MAX_WEIGHT_BYTES + HASH_BYTES;

/**
 * Fetches a bundle: its one file, its `bundle.json` with the weights beside it, or those of a folder (`…/`).
 *
 * @throws DataError if the server does not give it, or more than a bundle may be large; the signal's reason.
 */
export async function fetchBundle(
  address: string | URL,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<BundleParts> {
  const url = String(address).endsWith('/') ? `${address}${HEADER_FILE}` : String(address);
  const isHeader = new URL(url, globalThis.location?.href ?? 'file:///').pathname.endsWith('.json');
  const { bytes, base } = await download(url, { limit: isHeader ? MAX_HEADER_BYTES : MOST, signal });
  if (MAGIC.every((byte, i) => bytes[i] === byte) || !isHeader) return decodeBundle(bytes, url);
  const header = await parseHeaderFile(bytes, url);
  const beside = new URL(weightsFile(header), base).href;
  const weights = await download(beside, { limit: header.weights.bytes, signal });
  return { header, weights: weights.bytes };
}

interface DownloadOptions {
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

async function download(
  url: string,
  { limit, signal }: DownloadOptions,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; base: string }> {
  const response = await fetch(url, signal ? { signal } : {}).catch((error: unknown) => {
    throw signal?.aborted ? error : toDataError(error, url, 'cannot be fetched');
  });
  if (!response.ok || !response.body)
    throw new DataError(url, `cannot be fetched: the server answered ${response.status}`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new DataError(url, `is more than the ${limit} bytes that it may be`);
    }
    parts.push(value);
  }
  return { bytes: new Uint8Array(await new Blob(parts).arrayBuffer()), base: response.url };
}
