import { ArgumentError, DataError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntryToWrite, zipOf } from '../testing/zip-of.ts';
import { openZip } from './open-zip.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function unzipped(data: Uint8Array | Blob): Promise<Record<string, string>> {
  const archive = await openZip(data);
  const pairs: [string, string][] = [];
  for (const file of archive.files) pairs.push([file.path, text(await archive.read(file))]);
  return Object.fromEntries(pairs);
}

const openAndRead = async (entries: readonly EntryToWrite[], options = {}) => {
  const archive = await openZip(zipOf(entries), { path: 'x.zip', ...options });
  for (const file of archive.files) await archive.read(file);
};

describe('openZip', () => {
  it('reads stored and deflated files, of bytes and of blobs', async () => {
    const entries = [
      { path: 'a/' },
      { path: 'a/1.txt', content: 'one' },
      { path: 'b.txt', content: 'two', store: true },
    ];
    const files = { 'a/1.txt': 'one', 'b.txt': 'two' };
    expect(await unzipped(zipOf(entries))).toEqual(files);
    expect(await unzipped(new Blob([zipOf(entries)]))).toEqual(files);
    const large = new Uint8Array(700_000).map((_, i) => (i * i) >> 3);
    const archive = await openZip(zipOf([{ path: 'large', content: large }]));
    expect(Buffer.compare(await archive.read(archive.files[0]!), large)).toBe(0);
  });

  it('reads what Python wrote', async () => {
    // z = zipfile.ZipFile(f, 'w'); i = zipfile.ZipInfo('fox/é.txt'); i.compress_type = zipfile.ZIP_DEFLATED;
    // z.writestr(i, 'hello ' * 4); z.comment = b'note'
    const written =
      'UEsDBBQAAAgIAAAAIQDWQeLQCgAAABgAAAAKAAAAZm94L8OpLnR4dMtIzcnJV8jAIAFQSwECFAMUAAAICAAAACEA1kHi0AoAAAAYAAAACgAAAAAAAAAAAAAAgAEAAAAAZm94L8OpLnR4dFBLBQYAAAAAAQABADgAAAAyAAAABABub3Rl';
    expect(await unzipped(new Uint8Array(Buffer.from(written, 'base64')))).toEqual({
      'fox/é.txt': 'hello hello hello hello ',
    });
  });

  it('writes names out of code page 437, Windows tools and macOS in one form', async () => {
    const names = Object.keys(
      await unzipped(
        zipOf([
          { path: Uint8Array.of(0x66, 0x81, 0x72) },
          { path: 'a\\b.txt' },
          { path: 'e\u0301.txt' },
          { path: '__MACOSX/._a' },
        ]),
      ),
    );
    expect(names).toEqual(['für', 'a/b.txt', 'e\u0301.txt']);
  });

  it('leaves hidden files out', async () => {
    const entries = ['.DS_Store', 'fox/.DS_Store', '__MACOSX/fox/._1.jpg', 'fox/.ipynb_checkpoints/1.jpg', 'fox/1.jpg'];
    expect(Object.keys(await unzipped(zipOf(entries.map((path) => ({ path })))))).toEqual(['fox/1.jpg']);
  });

  it.each([
    ['../up.txt'],
    ['a/../../up.txt'],
    ['/etc/passwd'],
    ['C:/windows'],
    ['a//b'],
    ['..\\up.txt'],
    ['./a'],
    ['nul\0.txt'],
    ['dots...'],
    ['space /x'],
    [''],
    ['a/'.repeat(3000)],
  ])('refuses the name %j', async (path) => {
    await expect(openAndRead([{ path, content: 'x' }])).rejects.toThrow('does not name a place inside the folder');
  });

  it.each<[string, EntryToWrite[], string]>([
    ['links', [{ path: 'a', mode: 0o120777, content: '/etc' }], 'is a link or a device'],
    ['devices', [{ path: 'a', mode: 0o020666 }], 'is a link or a device'],
    ['encrypted files', [{ path: 'a', flags: 1 }], 'is encrypted'],
    ['other methods', [{ path: 'a', method: 14 }], 'is compressed by method 14'],
    ['two sizes', [{ path: 'a', store: true, content: 'abc', bytes: 4 }], 'is stored, but has two sizes'],
    ['one name twice', [{ path: 'a' }, { path: 'a' }], 'collides with "a"'],
    ['names that differ in case', [{ path: 'fox/A.jpg' }, { path: 'Fox/a.jpg' }], 'collides with "fox/A.jpg"'],
    ['names that differ in form', [{ path: '\u00e9' }, { path: 'e\u0301' }], 'collides with'],
    ['a file that is a folder too', [{ path: 'a/b' }, { path: 'A' }], 'its entry "a/b" collides with "A"'],
    ['a wrong checksum', [{ path: 'a', content: 'abc', crc: 1 }], 'its checksum is another'],
    ['a length that is too small', [{ path: 'a', content: 'abc', bytes: 2 }], 'is not 2 bytes long'],
    ['a length that is too large', [{ path: 'a', content: 'abc', bytes: 4 }], 'is not 4 bytes long'],
    ['data that is cut', [{ path: 'a', content: 'abcdef', compressedBytes: 3 }], 'is corrupt'],
    ['a place outside', [{ path: 'a', content: 'abc', offset: 4_000_000 }], 'its local header is broken'],
    [
      'a bomb by its own word',
      [{ path: 'a', content: new Uint8Array(2 ** 22) }],
      'is a bomb: it inflates to 4194304 bytes',
    ],
    ['a bomb that lies', [{ path: 'a', content: new Uint8Array(2 ** 22), bytes: 1000 }], 'is not 1000 bytes long'],
  ])('refuses %s', async (_, entries, message) => {
    const error = await openAndRead(entries).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toContain('x.zip: ');
    expect(error.message).toContain(message);
  });

  it('refuses files that lie on top of each other, and more than its limits', async () => {
    const content = new Uint8Array(5000).map((_, i) => (i * i) >> 3);
    const overlapping = Array.from({ length: 4 }, (_, i) => ({ path: `${i}`, offset: 0 }));
    const compressedBytes = 4000;
    const bomb = overlapping.map((entry, i) => ({
      ...entry,
      ...(i === 0 ? { content } : { compressedBytes, bytes: 5000 }),
    }));
    await expect(openAndRead(bomb)).rejects.toThrow('its entries lie on top of each other');
    const three = ['a', 'b', 'c'].map((path) => ({ path, content: 'abc' }));
    await expect(openAndRead(three, { maxEntries: 2 })).rejects.toThrow('holds 3 entries, above the cap of 2');
    await expect(openAndRead(three, { maxBytes: 8 })).rejects.toThrow('inflates to 9 bytes, above the cap of 8');
    await expect(openAndRead(three, { maxRatio: 0 })).rejects.toThrow(ArgumentError);
  });

  it('says so when it is none, or is truncated', async () => {
    const whole = zipOf([{ path: 'a', content: 'abc' }]);
    for (const bytes of [new Uint8Array(0), whole.subarray(0, whole.length - 1), whole.subarray(5)]) {
      await expect(openZip(bytes)).rejects.toThrow(DataError);
    }
  });

  it('neither crashes nor hangs on whatever bytes', async () => {
    const whole = zipOf([
      { path: 'a/b', content: 'some text '.repeat(20) },
      { path: 'c', content: 'stored', store: true },
    ]);
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(10), async (changes, cut) => {
        const bytes = whole.slice(0, whole.length - (cut > 7 ? cut : 0));
        for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
        const error = await unzipped(bytes).then(
          () => undefined,
          (thrown) => thrown,
        );
        if (error) expect(error, String(error.stack)).toBeInstanceOf(DataError);
      }),
      { numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await expect(openZip(bytes)).rejects.toThrow(DataError);
      }),
    );
  });
});
