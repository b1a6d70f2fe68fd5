import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as browser from './index.ts';
import * as node from './node.ts';

/** Everything that a module imports, and what that imports, up to other packages. */
function importsOf(url: URL, seen = new Set<string>()): Set<string> {
  for (const [, specifier] of readFileSync(url, 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)) {
    const name = specifier as string;
    const target = name.startsWith('.') ? new URL(name, url) : undefined;
    if (seen.has(target?.href ?? name)) continue;
    seen.add(target?.href ?? name);
    if (target) importsOf(target, seen);
  }
  return seen;
}

describe('the browser entry', () => {
  it('has every name of the Node entry', () => {
    expect(Object.keys(browser).sort()).toEqual(Object.keys(node).sort());
  });

  it('imports nothing of Node', () => {
    const packages = (entry: string) =>
      [...importsOf(new URL(entry, import.meta.url))].filter((name) => !name.startsWith('file:')).sort();
    expect(packages('./index.ts')).toEqual([
      '@animals/core',
      '@animals/cv',
      '@jsquash/jpeg/codec/dec/mozjpeg_dec.js',
      '@jsquash/webp/codec/dec/webp_dec.js',
    ]);
    expect(packages('./node.ts')).toContain('node:fs/promises');
  });

  it('says what to use in place of folders', () => {
    expect(() => browser.scanFolder('data')).toThrow('give the files of an <input webkitdirectory> to scanFiles');
  });
});
