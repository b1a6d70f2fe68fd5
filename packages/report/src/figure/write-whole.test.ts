import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from './write-whole.ts';

describe('writeWhole', () => {
  it('makes the folder, replaces a file, and leaves no draft, not even after a failure', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'report-'));
    try {
      await writeWhole(join(folder, 'a', 'b.txt'), 'old');
      await writeWhole(join(folder, 'a', 'b.txt'), 'new');
      expect(await readFile(join(folder, 'a', 'b.txt'), 'utf8')).toBe('new');
      await mkdir(join(folder, 'a', 'folder', 'full'), { recursive: true });
      await expect(writeWhole(join(folder, 'a', 'folder'), 'x')).rejects.toThrow();
      expect(await readdir(join(folder, 'a'))).toEqual(['b.txt', 'folder']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
