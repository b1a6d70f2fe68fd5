/** Files that were changed at random: what reads them gives what is sound, or says what is wrong, and always ends. */
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { ArgumentError, DataError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSlot } from './blobs/create-slot.ts';
import { openBlobs } from './blobs/open-blobs.ts';
import { packError, unpackError } from './executor/pack-error.ts';
import { sha256 } from './files/sha256.ts';
import { mutated } from './fixtures/mutate.ts';
import { tempFolder } from './fixtures/temp-folder.ts';
import { encodeLine } from './journal/journal-line.ts';
import { openJournal } from './journal/open-journal.ts';
import { readJournal } from './journal/read-journal.ts';

const lines = [
  { op: 'ask', n: 1 },
  { op: 'tell', text: 'ä\n"' },
  { op: 'tell', list: [1, null, { a: [] }] },
].map(encodeLine);
const journalBytes = Buffer.concat(lines);

async function entriesOf(file: string): Promise<{ entries: unknown[]; error?: unknown }> {
  const entries: unknown[] = [];
  try {
    for await (const entry of readJournal(file)) entries.push(entry);
    return { entries };
  } catch (error) {
    return { entries, error };
  }
}

describe('a changed journal', () => {
  it('is read up to the first broken line, which is named', async () => {
    const file = path.join(tempFolder(), 'j.jsonl');
    await fc.assert(
      fc.asyncProperty(mutated(journalBytes), async (bytes) => {
        writeFileSync(file, bytes);
        const { entries, error } = await entriesOf(file);
        for (const entry of entries) expect(entry).toBeTypeOf('object');
        if (error === undefined) return;
        expect(DataError.isInstance(error)).toBe(true);
        expect((error as DataError).message).toContain(`j.jsonl: line ${entries.length + 1} `);
      }),
      { numRuns: 400 },
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is opened with every whole line left in it, or left as it is', async () => {
    const file = path.join(tempFolder(), 'j.jsonl');
    await fc.assert(
      fc.asyncProperty(mutated(journalBytes), async (bytes) => {
        writeFileSync(file, bytes);
        const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
        const journal = await openJournal(file).catch((thrown: unknown) => thrown);
        if (DataError.isInstance(journal)) {
          expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
        } else {
          expect(journal).not.toBeInstanceOf(Error);
          await (journal as Awaited<ReturnType<typeof openJournal>>).append({ op: 'next' });
          await (journal as Awaited<ReturnType<typeof openJournal>>).close();
          const after = readFileSync(file);
          expect(Buffer.compare(after.subarray(0, whole.length), whole)).toBe(0);
          expect(after.subarray(-encodeLine({ op: 'next' }).length).equals(encodeLine({ op: 'next' }))).toBe(true);
        }
        expect(readdirSync(path.dirname(file))).toEqual(['j.jsonl']);
      }),
      { numRuns: 150 },
    );
  });

  it('is read line by line whatever JSON its lines hold', async () => {
    const file = path.join(tempFolder(), 'j.jsonl');
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        writeFileSync(file, `${JSON.stringify({ v: 1, entry: value })}\n${JSON.stringify(value)}\n`);
        const { entries, error } = await entriesOf(file);
        expect(entries.length).toBeLessThanOrEqual(1);
        expect(DataError.isInstance(error)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a changed lock', () => {
  it('is respected or taken over, and never in the way of an answer', async () => {
    const file = path.join(tempFolder(), 'j.jsonl');
    const sound = Buffer.from(JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), started: null }));
    await fc.assert(
      fc.asyncProperty(mutated(sound), async (bytes) => {
        writeFileSync(`${file}.lock`, bytes);
        // Older than a lock that is being written.
        utimesSync(`${file}.lock`, 1, 1);
        const journal = await openJournal(file).catch((thrown: unknown) => thrown);
        if (journal instanceof Error) expect(DataError.isInstance(journal)).toBe(true);
        else await (journal as Awaited<ReturnType<typeof openJournal>>).close();
      }),
      { numRuns: 150 },
    );
  });
});

describe('a changed slot', () => {
  it('loads a save that was finished, or nothing, and can be saved to', async () => {
    const folder = tempFolder();
    const files = ['a', 'b'].map((side) => path.join(folder, `s.${side}`));
    const writer = createSlot(folder, 's');
    for (const text of ['one', 'two']) await writer.save(Buffer.from(text));
    const [a, b] = files.map((file) => readFileSync(file)) as [Buffer, Buffer];
    await fc.assert(
      fc.asyncProperty(fc.option(mutated(a)), fc.option(mutated(b)), async (first, second) => {
        writeFileSync(files[0]!, first ?? a);
        writeFileSync(files[1]!, second ?? b);
        const slot = createSlot(folder, 's');
        const loaded = await slot.load();
        expect([null, 'one', 'two']).toContain(loaded && Buffer.from(loaded).toString());
        await slot.save(Buffer.from('three'));
        expect(Buffer.from((await createSlot(folder, 's').load())!).toString()).toBe('three');
      }),
      { numRuns: 150 },
    );
  });
});

describe('a changed blob', () => {
  it('is given back only if it is the same', async () => {
    const blobs = await openBlobs(tempFolder());
    const sound = Uint8Array.from({ length: 200 }, (_, i) => i);
    const hash = await blobs.put(sound);
    await fc.assert(
      fc.asyncProperty(mutated(sound), async (bytes) => {
        writeFileSync(blobs.path(hash), bytes);
        const read = await blobs.get(hash).catch((thrown: unknown) => thrown);
        if (sha256(bytes) === hash) expect(Buffer.compare(read as Uint8Array, sound)).toBe(0);
        else expect(DataError.isInstance(read)).toBe(true);
        await blobs.put(sound);
        expect(Buffer.compare(await blobs.get(hash), sound)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('may lie beside files of any name', async () => {
    const folder = tempFolder();
    const digits = fc.stringMatching(/^\d{1,30}$/);
    await fc.assert(
      fc.asyncProperty(digits, digits, async (pid, count) => {
        const host = hostname().replace(/[^A-Za-z0-9-]/g, '_');
        writeFileSync(path.join(folder, `.x.${host}.${pid}.${count}.tmp`), '');
        await openBlobs(folder);
      }),
      { numRuns: 100 },
    );
  });

  it('is asked for by a hash only', async () => {
    const blobs = await openBlobs(tempFolder());
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (hash) => {
        const error = await blobs.get(hash).catch((thrown: unknown) => thrown);
        expect(ArgumentError.isInstance(error)).toBe(true);
      }),
    );
  });
});

describe('whatever is thrown', () => {
  it('is packed as plain data, and made an error again', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        for (const value of [
          thrown,
          new Error('x', { cause: thrown }),
          Object.assign(new Error('y'), { code: thrown }),
        ]) {
          const packed = structuredClone(packError(value));
          expect(unpackError(packed)).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 300 },
    );
  });
});
