import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { openBlobs } from './open-blobs.ts';

// printf abc | sha256sum
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const abc = Buffer.from('abc');

describe('openBlobs', () => {
  it('keeps bytes under their SHA-256', async () => {
    const blobs = await openBlobs(path.join(tempFolder(), 'made', 'blobs'));
    expect(await blobs.has(ABC)).toBe(false);
    expect(await blobs.put(abc)).toBe(ABC);
    expect(await blobs.has(ABC)).toBe(true);
    expect(Buffer.from(await blobs.get(ABC)).toString()).toBe('abc');
    expect(await blobs.put(new Uint8Array())).toMatch(/^e3b0c44298fc1c14/);
  });

  it('writes the same bytes once', async () => {
    const blobs = await openBlobs(tempFolder());
    await blobs.put(abc);
    const before = statSync(blobs.path(ABC)).ino;
    await blobs.put(abc);
    expect(statSync(blobs.path(ABC)).ino).toBe(before);
    expect(readdirSync(blobs.folder)).toEqual([ABC]);
  });

  it('does not return changed bytes, and makes them anew', async () => {
    const blobs = await openBlobs(tempFolder());
    await blobs.put(abc);
    writeFileSync(blobs.path(ABC), 'abd');
    await expect(blobs.get(ABC)).rejects.toThrow('its bytes do not match its hash');
    expect(await blobs.has(ABC)).toBe(false);
    expect(existsSync(`${blobs.path(ABC)}.corrupt`)).toBe(true);
    await blobs.put(abc);
    expect(Buffer.from(await blobs.get(ABC)).toString()).toBe('abc');
  });

  it('makes a blob anew that was cut short', async () => {
    const blobs = await openBlobs(tempFolder());
    await blobs.put(abc);
    writeFileSync(blobs.path(ABC), 'a');
    await blobs.put(abc);
    expect(Buffer.from(await blobs.get(ABC)).toString()).toBe('abc');
  });

  it('takes nothing but a hash for a hash', async () => {
    const blobs = await openBlobs(tempFolder());
    for (const hash of ['../../etc/passwd', '', ABC.toUpperCase(), `${ABC}0`]) {
      await expect(blobs.get(hash)).rejects.toThrow('hash must be 64 lower-case hex digits');
      expect(() => blobs.path(hash)).toThrow('hash must be');
    }
    await expect(blobs.get(ABC)).rejects.toThrow(`${ABC}: does not exist`);
  });
});
