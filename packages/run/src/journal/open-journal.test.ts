import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { runFixture } from '../fixtures/run-fixture.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { mountTinyDisk } from '../fixtures/tiny-disk.ts';
import { openJournal } from './open-journal.ts';
import { readJournal } from './read-journal.ts';

async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const entry of entries) list.push(entry);
  return list;
}

const disk = mountTinyDisk();
const whyNot = typeof disk === 'string' ? ` (${disk})` : '';

describe('openJournal', () => {
  it('gives back what was appended, in order, in this opening and the next', async () => {
    const file = path.join(tempFolder(), 'made', 'journal.jsonl');
    const journal = await openJournal<{ n: number }>(file);
    const entry = { n: 0 };
    const first = journal.append(entry);
    entry.n = 99;
    await Promise.all([first, journal.append({ n: 1 }, { durable: true }), journal.append({ n: 2 })]);
    expect(await all(journal.entries())).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    await journal.close();
    const again = await openJournal<{ n: number }>(file);
    await again.append({ n: 3 });
    expect((await all(again.entries())).map(({ n }) => n)).toEqual([0, 1, 2, 3]);
    await again.close();
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(5);
  });

  it('goes on after a kill at any byte of the last line', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'whole.jsonl');
    const whole = await openJournal(file);
    await whole.append({ op: 'ask', n: 1 });
    await whole.append({ op: 'tell', n: 2 });
    await whole.close();
    const bytes = readFileSync(file);
    const firstLine = bytes.indexOf(10) + 1;
    for (let length = firstLine; length <= bytes.length; length++) {
      const torn = path.join(folder, `torn-${length}.jsonl`);
      writeFileSync(torn, bytes.subarray(0, length));
      const sound = length >= bytes.length - 1;
      expect(await all(readJournal(torn))).toHaveLength(sound ? 2 : 1);
      const journal = await openJournal(torn);
      await journal.append({ op: 'next' });
      expect((await all(journal.entries())).map(({ op }) => op)).toEqual(
        sound ? ['ask', 'tell', 'next'] : ['ask', 'next'],
      );
      await journal.close();
    }
  });

  it('leaves a file alone that is not a journal', async () => {
    const file = path.join(tempFolder(), 'diary.txt');
    writeFileSync(file, 'Dear diary');
    await expect(openJournal(file)).rejects.toThrow('its end is not that of a journal');
    expect(readFileSync(file, 'utf8')).toBe('Dear diary');
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('refuses a bad entry and goes on', async () => {
    const journal = await openJournal(path.join(tempFolder(), 'j.jsonl'));
    await journal.append({ a: 1 });
    await expect(journal.append({ a: Number.NaN })).rejects.toThrow('entry.a is NaN');
    await journal.append({ a: 2 });
    expect(await all(journal.entries())).toEqual([{ a: 1 }, { a: 2 }]);
    await journal.close();
    await journal.close();
    await expect(journal.append({ a: 3 })).rejects.toThrow('this journal was closed');
  });

  it('stops reading, not appending, when its signal aborts', async () => {
    const controller = new AbortController();
    const journal = await openJournal(path.join(tempFolder(), 'j.jsonl'), { signal: controller.signal });
    controller.abort(new Error('stop'));
    await journal.append({ op: 'interrupted' });
    await expect(all(journal.entries())).rejects.toThrow('stop');
    await journal.close();
    expect(await all(readJournal(journal.file))).toEqual([{ op: 'interrupted' }]);
  });

  it('lets one writer in, and the next when it has closed', async () => {
    const file = path.join(tempFolder(), 'j.jsonl');
    const first = await openJournal(file);
    const error = await openJournal(file).catch((thrown: unknown) => thrown);
    expect(DataError.isInstance(error) && error.message).toContain(
      `is held by process ${process.pid} on ${hostname()}`,
    );
    await first.close();
    await (await openJournal(file)).close();
  });

  it.each([1, 2, 3, 4, 5])(
    'lets one of many in that come at a time, past the lock of a dead process (%i)',
    async () => {
      const file = path.join(tempFolder(), 'j.jsonl');
      writeFileSync(`${file}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), started: null }));
      const openings = await Promise.allSettled(Array.from({ length: 8 }, () => openJournal(file)));
      const opened = openings.filter((opening) => opening.status === 'fulfilled');
      expect(opened).toHaveLength(1);
      await opened[0]?.value.close();
      expect(readdirSync(path.dirname(file))).toEqual(['j.jsonl']);
    },
  );

  it.runIf(process.platform === 'linux')(
    'takes over a lock whose number belongs to a later process by now',
    async () => {
      const file = path.join(tempFolder(), 'j.jsonl');
      writeFileSync(`${file}.lock`, JSON.stringify({ pid: process.pid, host: hostname(), started: '1' }));
      await (await openJournal(file)).close();
    },
  );

  it('respects the lock of another machine', async () => {
    const file = path.join(tempFolder(), 'j.jsonl');
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: 1, host: 'elsewhere', started: null }));
    await expect(openJournal(file)).rejects.toThrow(
      'is held by process 1 on elsewhere; wait for it, stop it, or remove',
    );
  });

  it('holds all that was acknowledged after kill -9, and can be opened again', async () => {
    const file = path.join(tempFolder(), 'j.jsonl');
    const writer = runFixture('append-forever', [file]);
    await writer.waitForLine('300');
    await expect(openJournal(file)).rejects.toThrow(`is held by process ${writer.pid}`);
    writer.child.kill('SIGKILL');
    await writer.ended;
    const acknowledged = Number(writer.lines.at(-1));
    expect(acknowledged).toBeGreaterThanOrEqual(300);
    const journal = await openJournal<{ i: number }>(file);
    const indices = (await all(journal.entries())).map(({ i }) => i);
    expect(indices).toEqual(Array.from({ length: indices.length }, (_, i) => i));
    expect(indices.length).toBeGreaterThan(acknowledged);
    await journal.close();
  });

  it.skipIf(typeof disk === 'string')(`keeps all whole lines on a full disk${whyNot}`, async () => {
    if (typeof disk === 'string') return;
    const file = path.join(disk.folder, 'j.jsonl');
    const journal = await openJournal<{ i: number; text: string }>(file);
    let i = 0;
    let failure: unknown;
    for (; failure === undefined && i < 1000; i++) {
      failure = await journal.append({ i, text: 'x'.repeat(3000) }).catch((thrown: unknown) => thrown);
    }
    expect(DataError.isInstance(failure) && failure.message).toMatch(/j\.jsonl: no space left on the device/);
    expect(readFileSync(file).at(-1)).toBe(10);
    const kept = (await all(journal.entries())).map((entry) => entry.i);
    expect(kept).toEqual(Array.from({ length: i - 1 }, (_, index) => index));
    // Smaller ones may still fit.
    await journal.append({ i: -1, text: '' });
    expect((await all(journal.entries())).at(-1)).toEqual({ i: -1, text: '' });
    await journal.close();
  });
});
