import { ArgumentError, DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import type { BlobStore } from '../blobs/blob-store.ts';

/** Makes an empty place for blobs, and returns what opens it, again and again. */
export type MakeBlobStore = () => OpenBlobStore | Promise<OpenBlobStore>;
export type OpenBlobStore = () => Promise<BlobStore>;

// printf abc | sha256sum
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const abc = () => new TextEncoder().encode('abc');

/** The tests that every store of blobs has to pass. */
export function describeBlobStore(name: string, make: MakeBlobStore): void {
  describe(`blob store: ${name}`, () => {
    const fresh = async () => (await make())();

    it('keeps bytes under their SHA-256', async () => {
      const blobs = await fresh();
      expect(await blobs.has(ABC)).toBe(false);
      expect(await blobs.put(abc())).toBe(ABC);
      expect(await blobs.has(ABC)).toBe(true);
      expect(new Uint8Array(await blobs.get(ABC))).toEqual(abc());
    });

    it('keeps no bytes, and many', async () => {
      const blobs = await fresh();
      const many = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >> 3);
      for (const bytes of [new Uint8Array(0), many]) {
        const kept = await blobs.get(await blobs.put(bytes));
        expect(Buffer.compare(kept, bytes)).toBe(0);
      }
    });

    it('takes the same bytes again and again, also at one time', async () => {
      const blobs = await fresh();
      expect(await Promise.all(Array.from({ length: 8 }, () => blobs.put(abc())))).toEqual(Array(8).fill(ABC));
      expect(await blobs.put(abc())).toBe(ABC);
    });

    it('takes the part of a buffer that a view shows', async () => {
      const blobs = await fresh();
      expect(await blobs.put(new TextEncoder().encode('xabcx').subarray(1, 4))).toBe(ABC);
    });

    it('shares nothing with its caller', async () => {
      const blobs = await fresh();
      const bytes = abc();
      await blobs.put(bytes);
      bytes.fill(0);
      (await blobs.get(ABC)).fill(1);
      expect(new Uint8Array(await blobs.get(ABC))).toEqual(abc());
    });

    it('can be opened by several at a time, which see what the others put', async () => {
      const open = await make();
      const [first, second] = [await open(), await open()];
      await first.put(abc());
      expect(await second.has(ABC)).toBe(true);
      expect(new Uint8Array(await second.get(ABC))).toEqual(abc());
    });

    it('says that bytes are not there, and takes nothing but a hash for a hash', async () => {
      const blobs = await fresh();
      expect(DataError.isInstance(await blobs.get(ABC).catch((thrown: unknown) => thrown))).toBe(true);
      for (const hash of ['../../etc/passwd', '', ABC.toUpperCase(), `${ABC}0`, '__proto__']) {
        for (const call of [blobs.get(hash), blobs.has(hash)]) {
          expect(ArgumentError.isInstance(await call.catch((thrown: unknown) => thrown))).toBe(true);
        }
      }
    });
  });
}
