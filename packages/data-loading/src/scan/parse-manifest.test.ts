import { DataError, type Manifest } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picture } from '../testing/pictures.ts';
import { parseManifest } from './parse-manifest.ts';
import { scanFiles } from './scan-files.ts';

const manifest: Manifest = await scanFiles(
  new Map([
    ['fox/1.jpg', picture('jpeg')],
    ['fox/2.jpg', picture('exifJpeg')],
    ['other/1.png', picture('grey8')],
    ['other/2.png', picture('rgba')],
    ['other/3.png', new Uint8Array(3)],
  ]),
  { onBadFile: 'skip' },
);
const changed = (change: object) => parseManifest({ ...manifest, ...change });
const withRecord = (change: object) =>
  changed({ records: manifest.records.map((record) => ({ ...record, ...change })) });

describe('parseManifest', () => {
  it('reads back what was written', async () => {
    expect(await parseManifest(JSON.stringify(manifest))).toEqual(manifest);
    expect(await parseManifest(manifest)).toEqual(manifest);
  });

  it('drops what it does not know', async () => {
    const more = JSON.parse(JSON.stringify(manifest).replace('{"version"', '{"__proto__":{"x":1},"more":1,"version"'));
    const read = await parseManifest(more);
    expect(read).toEqual(manifest);
    expect(Object.keys(read)).not.toContain('__proto__');
  });

  it.each<[object, string]>([
    [{ version: 2 }, 'is of version 2; 1 is read'],
    [{ root: 5 }, 'has no root that is a text'],
    [{ classes: ['fox', 'fox'] }, 'has no classes'],
    [{ records: {} }, 'has no list of records'],
    [{ records: [5] }, 'record 0 is no object'],
    [{ records: [manifest.records[0], manifest.records[0]] }, 'has two records of one id'],
    [{ records: manifest.records.slice(1) }, 'has a fingerprint that is not that of its records'],
    [{ skipped: [{}] }, 'skipped file 0 has no path and reason'],
  ])('refuses %j', async (change, message) => {
    await expect(changed(change)).rejects.toThrow(`manifest: ${message}`);
  });

  it.each<[object]>([
    [{ path: '../secret.jpg' }],
    [{ path: '/etc/passwd' }],
    [{ path: 'fox//1.jpg' }],
    [{ label: 'cat' }],
    [{ sha256: 'abc' }],
    [{ bytes: -1 }],
    [{ width: 0.5 }],
    [{ orientation: 9 }],
    [{ exif: 1 }],
    [{ format: '../x' }],
    [{ jpegTables: 'x' }],
    [{ id: '' }],
  ])('refuses records with %j', async (change) => {
    await expect(withRecord(change)).rejects.toThrow(`has no sound ${Object.keys(change)[0]}`);
  });

  it('gives a clear error for whatever else', async () => {
    const text = JSON.stringify(manifest);
    const cut = fc.record({ at: fc.nat(text.length - 1), by: fc.string({ maxLength: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.jsonValue(), cut), async (value) => {
        const json = isCut(value) ? text.slice(0, value.at) + value.by + text.slice(value.at + value.by.length) : value;
        const outcome = await parseManifest(json).catch((error) => error);
        if (!(outcome instanceof DataError)) expect(outcome).toMatchObject({ version: 1 });
      }),
      { numRuns: 300 },
    );
  });
});

function isCut(value: unknown): value is { at: number; by: string } {
  return typeof value === 'object' && value !== null && 'at' in value && 'by' in value;
}
