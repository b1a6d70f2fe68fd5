import { DataError, type ImageFormat, type ImageRecord, type Manifest, type SkippedFile } from '@animals/core';
import { MAX_CLASSES } from './class-selection.ts';
import { fingerprint } from './fingerprint.ts';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Reads a manifest that was written as JSON, and trusts nothing of it.
 *
 * Every field is checked, other fields are dropped, and the fingerprint has to be that of the content. That its files are there
 * is for `loadImages` to find out, which reads below the root only and checks each file's hash.
 * @param json the text, or what `JSON.parse` gave
 * @param path names the manifest in errors
 * @throws DataError naming the first thing that is wrong.
 */
export async function parseManifest(json: unknown, path = 'manifest'): Promise<Manifest> {
  const { version, root, classes, records, skipped, fingerprint: claimed } = asObject(decoded(json, path), path, 'it');
  const check = (holds: boolean, reason: string) => {
    if (!holds) throw new DataError(path, reason);
  };
  check(version === 1, `is of version ${JSON.stringify(version)}; 1 is read`);
  check(typeof root === 'string' && !root.includes('\0'), 'has no root that is a text');
  check(isNames(classes) && classes.length >= 1, `has no classes: 1 to ${MAX_CLASSES} distinct names`);
  check(Array.isArray(records), 'has no list of records');
  check(Array.isArray(skipped), 'has no list of skipped files');
  const named = classes as string[];
  const known = new Set(named);
  const list = (records as unknown[]).map((record, i) => readRecord(record, known, path, `record ${i}`));
  check(new Set(list.map(({ id }) => id)).size === list.length, 'has two records of one id');
  check(claimed === (await fingerprint(named, list)), 'has a fingerprint that is not that of its records');
  return {
    version: 1,
    root: root as string,
    classes: named,
    records: list,
    skipped: (skipped as unknown[]).map((file, i) => readSkipped(file, path, `skipped file ${i}`)),
    fingerprint: claimed as string,
  };
}

function decoded(json: unknown, path: string): unknown {
  if (typeof json !== 'string') return json;
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new DataError(path, `is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

function asObject(value: unknown, path: string, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new DataError(path, `${name} is no object`);
}

function isNames(value: unknown): value is string[] {
  if (!Array.isArray(value) || value.length > MAX_CLASSES || new Set(value).size !== value.length) return false;
  return value.every((name) => typeof name === 'string' && name !== '');
}

function readRecord(value: unknown, classes: ReadonlySet<string>, path: string, name: string): ImageRecord {
  const record = asObject(value, path, name);
  const text = (key: string, holds: (text: string) => boolean = (given) => given !== '') => {
    const found = record[key];
    if (typeof found === 'string' && holds(found)) return found;
    throw new DataError(path, `${name} has no sound ${key}, got ${short(found)}`);
  };
  const whole = (key: string, least: number, most: number) => {
    const found = record[key];
    if (Number.isSafeInteger(found) && (found as number) >= least && (found as number) <= most) return found as number;
    throw new DataError(path, `${name} has no sound ${key}, got ${short(found)}`);
  };
  if (typeof record.exif !== 'boolean')
    throw new DataError(path, `${name} has no sound exif, got ${short(record.exif)}`);
  return {
    id: text('id'),
    path: text('path', isInside),
    label: text('label', (label) => classes.has(label)),
    group: text('group'),
    sourceId: text('sourceId'),
    bytes: whole('bytes', 0, Number.MAX_SAFE_INTEGER),
    sha256: text('sha256', (hash) => HASH.test(hash)),
    width: whole('width', 1, 2 ** 31),
    height: whole('height', 1, 2 ** 31),
    // What the file holds is told by its bytes when it is decoded.
    format: text('format', (format) => /^[a-z]{2,8}$/.test(format)) as ImageFormat,
    orientation: whole('orientation', 1, 8),
    exif: record.exif,
    jpegTables: record.jpegTables === null ? null : text('jpegTables', (hash) => /^[0-9a-f]{8}$/.test(hash)),
  };
}

/** Relative, and never up. */
function isInside(path: string): boolean {
  return path.split('/').every((step) => !/^\.{0,2}$|\0/.test(step));
}

function readSkipped(value: unknown, path: string, name: string): SkippedFile {
  const file = asObject(value, path, name);
  if (typeof file.path === 'string' && typeof file.reason === 'string') return { path: file.path, reason: file.reason };
  throw new DataError(path, `${name} has no path and reason`);
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
