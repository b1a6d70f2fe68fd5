import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';

const home = fileURLToPath(new URL('..', import.meta.url));
const blocks = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];

// Inside the package, so that it finds itself by its name.
const out = path.join(home, 'out');
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(path.join(out, 'readme-'));
for (const [, name, code] of blocks) writeFileSync(path.join(folder, name as string), code as string);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a block and gives the lines that it printed. */
async function run(name: string): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await import(/* @vite-ignore */ path.join(folder, name));
    return log.mock.calls.map((call) => call.join(' '));
  } finally {
    log.mockRestore();
  }
}

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    expect(await run('train.ts')).toEqual([
      expect.stringMatching(/^validation accuracy (0\.9|1)\d*, best in epoch [3-7]$/),
      expect.stringMatching(/^area under the curve (0\.9\d*|1)$/),
    ]);
    expect(await run('resume.ts')).toEqual(['the power went out', expect.stringMatching(/^6 epochs, .* loss 0\.\d+$/)]);
    expect(await run('source.ts')).toEqual(['1']);
    expect(await run('metrics.ts')).toEqual(['0.75 0.875 1', '[[1,1],[0,2]]']);
    expect(blocks).toHaveLength(6);
  });
});
