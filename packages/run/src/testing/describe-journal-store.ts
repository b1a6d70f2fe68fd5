import { ArgumentError, DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import type { JournalStore } from '../journal/journal-store.ts';

/** Makes an empty place for entries, and returns what opens it, again and again. */
export type MakeJournalStore = () => OpenJournalStore | Promise<OpenJournalStore>;
export type OpenJournalStore = () => Promise<JournalStore>;

/** The tests that every store of entries has to pass. */
export function describeJournalStore(name: string, make: MakeJournalStore): void {
  describe(`journal store: ${name}`, () => {
    describeOrder(make);
    describeWhatIsKept(make);
    describeLife(make);
  });
}

async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const entry of entries) list.push(entry);
  return list;
}

function describeOrder(make: MakeJournalStore): void {
  it('has nothing at first', async () => {
    const journal = await (await make())();
    expect(await all(journal.entries())).toEqual([]);
    await journal.close();
  });

  it('gives back what was appended, in the order of the calls, in this opening and the next', async () => {
    const open = await make();
    const journal = await open();
    await Promise.all(Array.from({ length: 20 }, (_, n) => journal.append({ n }, { durable: n % 2 === 0 })));
    const expected = Array.from({ length: 20 }, (_, n) => ({ n }));
    expect(await all(journal.entries())).toEqual(expected);
    await journal.close();
    const again = await open();
    await again.append({ n: 20 });
    expect(await all(again.entries())).toEqual([...expected, { n: 20 }]);
    await again.close();
  });

  it('keeps an entry as it was at the call', async () => {
    const journal = await (await make())();
    const entry = { list: [1] };
    const appended = journal.append(entry);
    entry.list.push(2);
    await appended;
    for (const read of await all(journal.entries())) (read.list as number[]).push(3);
    expect(await all(journal.entries())).toEqual([{ list: [1] }]);
    await journal.close();
  });

  it('can be read while it grows', async () => {
    const journal = await (await make())();
    await journal.append({ n: 0 });
    const reading = journal.entries();
    expect((await reading.next()).value).toEqual({ n: 0 });
    await journal.append({ n: 1 });
    await reading.return();
    expect(await all(journal.entries())).toHaveLength(2);
    await journal.close();
  });
}

function describeWhatIsKept(make: MakeJournalStore): void {
  it('keeps whatever JSON can hold', async () => {
    const journal = await (await make())();
    const odd = { '': [], 'a\nb"\\': { deep: [null, true, -0.5, 1e300, '\u{1F98A}\u0000\u2028\r\n', [{}]] } };
    const large = { text: 'x'.repeat(1_000_000) };
    for (const entry of [odd, {}, large]) await journal.append(entry);
    expect(await all(journal.entries())).toEqual([odd, {}, large]);
    await journal.close();
  });

  it('refuses what JSON would change, and what is too large or not safe, and goes on', async () => {
    const journal = await (await make())();
    const bad: object[] = [
      { a: Number.NaN },
      { a: new Date(0) },
      { a: new Float32Array(2) },
      { a: () => 1 },
      [1],
      { text: 'x'.repeat(2 ** 20) },
      JSON.parse('{"a":{"__proto__":{"polluted":true}}}'),
    ];
    for (const entry of bad) {
      const error = await journal.append(entry as Record<string, unknown>).catch((thrown: unknown) => thrown);
      expect(ArgumentError.isInstance(error)).toBe(true);
    }
    await journal.append({ good: 1 });
    expect(await all(journal.entries())).toEqual([{ good: 1 }]);
    await journal.close();
  });
}

function describeLife(make: MakeJournalStore): void {
  it('keeps what was being appended when it was closed, and takes nothing after', async () => {
    const open = await make();
    const journal = await open();
    const last = journal.append({ last: true });
    await journal.close();
    await last;
    await journal.close();
    await expect(journal.append({ late: true })).rejects.toThrow();
    const again = await open();
    expect(await all(again.entries())).toEqual([{ last: true }]);
    await again.close();
  });

  it('lets one writer in, and the next when it has closed', async () => {
    const open = await make();
    const first = await open();
    const error = await open().catch((thrown: unknown) => thrown);
    expect(DataError.isInstance(error)).toBe(true);
    await first.append({ n: 0 });
    await first.close();
    const second = await open();
    expect(await all(second.entries())).toEqual([{ n: 0 }]);
    await second.close();
  });
}
