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
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(await run('keras.ts')).toEqual(['10 2304 Float32Array']);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
    expect(await run('affine.ts')).toEqual(['Float64Array']);
    expect(await run('policy.ts')).toEqual(['true', '24 32']);
    expect(await run('labels.ts')).toEqual(['{"top":2,"left":20,"bottom":10,"right":28} 25 32']);
    expect(await run('expand.ts')).toEqual(['36 0.jpg#0 0.jpg', '4', 'true true']);
    expect(await run('mixing.ts')).toEqual(['2 2']);
    expect(await run('tensors.ts')).toEqual(['2x16x16x3 2x16x16x3']);
    expect(blocks).toHaveLength(8);
  });
});
