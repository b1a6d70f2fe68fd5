import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderReport } from './render-report.ts';
import { writeReport } from './write-report.ts';

describe('writeReport', () => {
  it('writes the page and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'report-'));
    try {
      const report = { title: 'A page', sections: [] };
      await writeReport(join(folder, 'out', 'report.html'), report);
      expect(await readFile(join(folder, 'out', 'report.html'), 'utf8')).toBe(renderReport(report));
      expect(await readdir(join(folder, 'out'))).toEqual(['report.html']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
