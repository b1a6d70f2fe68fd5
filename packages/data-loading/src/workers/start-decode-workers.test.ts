import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { manyPictures } from '../testing/many-pictures.ts';
import { withFolder } from '../testing/temporary-folder.ts';

const fixture = fileURLToPath(new URL('../fixtures/load-with-workers.ts', import.meta.url));

describe('loadImages with workers', () => {
  it('gives the same for any number of them, and stops when asked', { timeout: 90_000 }, async () => {
    const files = Object.fromEntries(manyPictures(200));
    const damaged = Buffer.from(files['odd/00001.png'] as Uint8Array);
    damaged[damaged.length - 20] = (damaged[damaged.length - 20] as number) ^ 255;
    await withFolder({ ...files, 'odd/00001.png': damaged }, async (root) => {
      const args = ['--conditions=@animals/source', '--import', 'tsx', fixture, root];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      const lines = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const [first] = lines;
      expect(first.ids).toHaveLength(199);
      expect(first.skipped).toEqual([{ path: 'odd/00001.png', reason: expect.stringContaining('corrupt') }]);
      expect(first.last).toBe(200);
      expect(lines.slice(0, 3)).toEqual([first, first, first]);
      expect(lines[3]).toBe('TimeoutError');
    });
  });
});
