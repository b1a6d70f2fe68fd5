import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { encodeLine } from './journal-line.ts';
import { readJournal } from './read-journal.ts';

async function read(content: string | Uint8Array): Promise<unknown[]> {
  const file = path.join(tempFolder(), 'j.jsonl');
  writeFileSync(file, content);
  const entries: unknown[] = [];
  for await (const entry of readJournal(file)) entries.push(entry);
  return entries;
}

const line = (n: number) => encodeLine({ n }).toString();

describe('readJournal', () => {
  it('reads lines across the borders of its chunks', async () => {
    const text = (n: number) => 'ä'.repeat(50_000 + n);
    const lines = [0, 1, 2, 3].map((n) => encodeLine({ text: text(n) }));
    expect(await read(Buffer.concat(lines))).toEqual([0, 1, 2, 3].map((n) => ({ text: text(n) })));
  });

  it('reads nothing from an empty file', async () => {
    expect(await read('')).toEqual([]);
  });

  it('names the line that is broken, wherever it is but for a torn end', async () => {
    await expect(read(`${line(1)}{"v":1,"entry"\n${line(3)}`)).rejects.toThrow(/j\.jsonl: line 2 is broken/);
    await expect(read(`${line(1)}${line(2)}{"v":1,"en\n`)).rejects.toThrow('line 3 is broken');
    await expect(read(`${line(1)}\n${line(2)}`)).rejects.toThrow('line 2 is empty');
    await expect(read(`${line(1)}and then`)).rejects.toThrow('line 2 is broken');
    expect(await read(`${line(1)}{"v":1,"en`)).toEqual([{ n: 1 }]);
  });

  it('refuses a file without newlines before it is all in memory', async () => {
    await expect(read(Buffer.alloc(3_000_000, 97))).rejects.toThrow('line 1 is longer than 1048576 bytes');
  });

  it('checks the path at the call, and says if there is no file', async () => {
    expect(() => readJournal('')).toThrow('file must be a path');
    await expect(readJournal('/nowhere/j.jsonl').next()).rejects.toThrow('/nowhere/j.jsonl: does not exist');
  });
});
