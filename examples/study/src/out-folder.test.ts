import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareOutFolder } from './out-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'animals-out-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('prepareOutFolder', () => {
  it('refuses a folder with results and names both ways on', async () => {
    writeFileSync(path.join(folder, 'results.json'), '{}');
    await expect(prepareOutFolder(folder, 'refuse')).rejects.toThrow(
      /results\.json; give --resume to go on, or --force/,
    );
  });

  it('replaces what a study wrote and nothing else', async () => {
    writeFileSync(path.join(folder, 'results.json'), '{}');
    writeFileSync(path.join(folder, 'thesis.txt'), 'years of work');
    await prepareOutFolder(folder, 'replace');
    expect(existsSync(path.join(folder, 'results.json'))).toBe(false);
    expect(existsSync(path.join(folder, 'thesis.txt'))).toBe(true);
  });

  it('keeps everything on resume', async () => {
    writeFileSync(path.join(folder, 'journal.jsonl'), '');
    await prepareOutFolder(folder, 'resume');
    expect(existsSync(path.join(folder, 'journal.jsonl'))).toBe(true);
  });

  it('refuses a file', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    await expect(prepareOutFolder(path.join(folder, 'file'), 'refuse')).rejects.toThrow(
      'is a file, and --out needs a folder',
    );
  });
});
