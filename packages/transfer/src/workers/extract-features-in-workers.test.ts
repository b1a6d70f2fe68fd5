import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const fixture = fileURLToPath(new URL('../fixtures/extract-with-workers.ts', import.meta.url));

describe('extractFeaturesInWorkers', () => {
  it('gives the features of one process, stops when asked, and leaves nothing', { timeout: 120_000 }, async () => {
    const TMPDIR = await mkdtemp(path.join(tmpdir(), 'workers-'));
    const args = ['--conditions=@animals/source', '--import', 'tsx', fixture];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, TMPDIR } });
    await rm(TMPDIR, { recursive: true });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [alone, spread, cached, counts, none, ...failures] = lines;
    expect(alone).toEqual([10, 256, expect.any(String)]);
    expect([spread, cached]).toEqual([alone, alone]);
    expect(counts).toHaveLength(4);
    expect(counts.at(-1)).toBe(10);
    expect(none.slice(0, 2)).toEqual([0, 256]);
    expect(failures).toEqual([
      'TypeError: enough',
      expect.stringContaining('ArgumentError: base must be as createBase or foldBatchNorm made it'),
      'ArgumentError: workers must be a whole number from 1, got 0',
      [],
    ]);
  });
});
