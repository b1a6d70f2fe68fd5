import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, vi } from 'vitest';

export interface ReadmeBlocks {
  /** How many named blocks there are. */
  readonly count: number;
  /** Runs a block and gives the lines that it printed. */
  run(name: string): Promise<string[]>;
}

/** Lays out a package's README blocks, those that begin with `// name.ts`, as files that may import each other. */
export function readmeBlocks(packageUrl: URL): ReadmeBlocks {
  const home = fileURLToPath(packageUrl);
  const readme = readFileSync(path.join(home, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];
  // Inside the package, so that it finds itself by its name.
  const out = path.join(home, 'out');
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(path.join(out, 'readme-'));
  for (const [, name, code] of blocks) writeFileSync(path.join(folder, name as string), code as string);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { count: blocks.length, run: (name) => printed(path.join(folder, name)) };
}

async function printed(file: string): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await import(/* @vite-ignore */ file);
    return log.mock.calls.map((call) => call.join(' '));
  } finally {
    log.mockRestore();
  }
}
