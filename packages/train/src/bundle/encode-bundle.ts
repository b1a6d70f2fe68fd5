import { canonicalJson } from '@animals/core';
import { sha256 } from '../sha256.ts';
import { HASH_BYTES, MAGIC, PREFIX_BYTES } from './bundle-file.ts';
import type { BundleParts } from './bundle-header.ts';

/**
 * Lays a bundle out as one file: magic, header length, JSON header, weights, SHA-256 of all that.
 *
 * The header is padded with spaces so that the weights start at a multiple of four. Equal bundles give equal bytes.
 */
export async function encodeBundle({ header, weights }: BundleParts): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder().encode(canonicalJson(header));
  const headerBytes = text.length + ((4 - ((PREFIX_BYTES + text.length) % 4)) % 4);
  const size = PREFIX_BYTES + headerBytes + weights.length;
  const bytes = new Uint8Array(size + HASH_BYTES);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint32(MAGIC.length, headerBytes, true);
  bytes.fill(0x20, PREFIX_BYTES, PREFIX_BYTES + headerBytes).set(text, PREFIX_BYTES);
  bytes.set(weights, PREFIX_BYTES + headerBytes);
  bytes.set(await sha256(bytes.subarray(0, size)), size);
  return bytes;
}
