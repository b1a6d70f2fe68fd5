import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { mountTinyDisk } from '../fixtures/tiny-disk.ts';
import { createSlot } from './create-slot.ts';

const disk = mountTinyDisk();
const whyNot = typeof disk === 'string' ? ` (${disk})` : '';
const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString());

/** What a fresh process would load. */
const reload = async (folder: string) => text(await createSlot(folder, 'epoch').load());

describe('createSlot', () => {
  it('loads the last save, in this process and the next', async () => {
    const folder = path.join(tempFolder(), 'made');
    const slot = createSlot(folder, 'epoch');
    expect(await slot.load()).toBe(null);
    for (const save of ['one', '', 'three']) {
      await slot.save(Buffer.from(save));
      expect(text(await slot.load())).toBe(save);
      expect(await reload(folder)).toBe(save);
    }
    expect(readdirSync(folder).sort()).toEqual(['epoch.a', 'epoch.b']);
  });

  it('goes on in a fresh process without overwriting the last save', async () => {
    const folder = tempFolder();
    for (const save of ['one', 'two', 'three']) {
      await createSlot(folder, 'epoch').save(Buffer.from(save));
      expect(await reload(folder)).toBe(save);
    }
    expect(
      readdirSync(folder)
        .map((name) => readFileSync(path.join(folder, name), 'utf8').split('\n')[1])
        .sort(),
    ).toEqual(['three', 'two']);
  });

  it('loads the save before when the last one is torn at any byte, and then saves over the torn one', async () => {
    const folder = tempFolder();
    const slot = createSlot(folder, 'epoch');
    await slot.save(Buffer.from('one'));
    await slot.save(Buffer.from('two'));
    const last = path.join(
      folder,
      readFileSync(path.join(folder, 'epoch.a'), 'utf8').endsWith('two') ? 'epoch.a' : 'epoch.b',
    );
    for (let length = readFileSync(last).length - 1; length >= 0; length--) {
      truncateSync(last, length);
      expect(await reload(folder)).toBe('one');
    }
    await createSlot(folder, 'epoch').save(Buffer.from('three'));
    expect(await reload(folder)).toBe('three');
    writeFileSync(last, '');
    expect(await reload(folder)).toBe('one');
  });

  it('notices any flipped bit', async () => {
    const folder = tempFolder();
    const slot = createSlot(folder, 'epoch');
    await slot.save(Buffer.from('older'));
    await slot.save(Buffer.from('newer'));
    const last = path.join(
      folder,
      readFileSync(path.join(folder, 'epoch.a'), 'utf8').endsWith('newer') ? 'epoch.a' : 'epoch.b',
    );
    const sound = readFileSync(last);
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length * 8 - 1), async (bit) => {
        const altered = Buffer.from(sound);
        altered[bit >> 3] = altered[bit >> 3]! ^ (1 << (bit & 7));
        writeFileSync(last, altered);
        expect(await reload(folder)).toBe('older');
      }),
    );
  });

  it('forgets everything when it is cleared', async () => {
    const folder = tempFolder();
    const slot = createSlot(folder, 'epoch');
    await slot.clear();
    await slot.save(Buffer.from('one'));
    await slot.save(Buffer.from('two'));
    await slot.clear();
    expect(await slot.load()).toBe(null);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes calls that overlap in their order', async () => {
    const folder = tempFolder();
    const slot = createSlot(folder, 'epoch');
    const saves = [1, 2, 3, 4].map((n) => slot.save(Buffer.from(String(n))));
    expect(text(await slot.load())).toBe('4');
    await Promise.all(saves);
  });

  it('refuses a name that leaves its folder', () => {
    for (const name of ['', '../x', 'a/b', '.hidden', 'a\0']) {
      expect(() => createSlot('folder', name)).toThrow('name must be 1 to 200 letters');
    }
  });

  it.skipIf(typeof disk === 'string')(`keeps the last save on a full disk${whyNot}`, async () => {
    if (typeof disk === 'string') return;
    const slot = createSlot(disk.folder, 'epoch');
    await slot.save(Buffer.alloc(20_000, 'a'));
    await slot.save(Buffer.alloc(20_000, 'b'));
    await expect(slot.save(Buffer.alloc(60_000, 'c'))).rejects.toThrow(/epoch\.[ab]: no space left on the device/);
    expect(text(await slot.load())).toBe('b'.repeat(20_000));
    await slot.save(Buffer.alloc(20_000, 'd'));
    expect(await reload(disk.folder)).toBe('d'.repeat(20_000));
  });
});
