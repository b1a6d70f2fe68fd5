import type { NamedWeights } from '../formats/named-weights.ts';

/**
 * Hash of the values and shapes of weights: to compare weights for which nobody publishes a hash.
 *
 * Names do not count, the order does: files of two formats may hold the same weights in another one.
 * @returns `sha256:` and 64 hex digits.
 */
export async function hashTensors(weights: NamedWeights): Promise<string> {
  const digests: Uint8Array[] = [];
  for (const { shape, data } of weights) {
    digests.push(await sha256(new TextEncoder().encode(shape.join())), await sha256(bytesOf(data)));
  }
  const all = new Uint8Array(32 * digests.length);
  for (const [i, digest] of digests.entries()) all.set(digest, 32 * i);
  const hash = await sha256(all);
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}
