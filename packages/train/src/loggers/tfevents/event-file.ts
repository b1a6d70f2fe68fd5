import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '@animals/core';
import { writeFileAtomic } from '@animals/run';
import { scalarEvent, stepOf, versionEvent } from './event.ts';
import { decodeRecords, encodeRecord } from './records.ts';

/** TensorBoard reads files with `tfevents` in their names, in the order of their names. */
const NAME = /^events\.out\.tfevents\.\d{10}\.animals$/;

/** Numbers of one step, by name. */
export type Scalars = Readonly<Record<string, number>>;

/** A folder's event file. */
export interface EventFile {
  append(step: number, scalars: Scalars): Promise<void>;
}

/** Opens the event file of a folder, or starts one; of what it holds only the events before `firstStep` are kept. */
export async function openEventFile(
  folder: string,
  { firstStep, now }: { readonly firstStep: number; readonly now: () => number },
): Promise<EventFile> {
  return explained(folder, async () => {
    await mkdir(folder, { recursive: true });
    const name = (await readdir(folder))
      .filter((each) => NAME.test(each))
      .sort()
      .at(-1);
    const seconds = String(Math.floor(now())).padStart(10, '0');
    const file = path.join(folder, name ?? `events.out.tfevents.${seconds}.animals`);
    const before = name ? await readFile(file) : new Uint8Array();
    const kept = [...decodeRecords(before)].filter(({ data }, i) => i > 0 && stepOf(data) < firstStep);
    const records = [encodeRecord(versionEvent(now())), ...kept.map(({ bytes }) => bytes)];
    await writeFileAtomic(file, Buffer.concat(records));
    return { append: (step, scalars) => explained(file, () => appendScalars(file, step, scalars, now())) };
  });
}

async function appendScalars(file: string, step: number, scalars: Scalars, wallTime: number): Promise<void> {
  const events = Object.entries(scalars).map(([tag, value]) => scalarEvent(tag, value, { step, wallTime }));
  await appendFile(file, Buffer.concat(events.map(encodeRecord)));
}

async function explained<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (DataError.isInstance(error)) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new DataError(place, `cannot be written: ${code ?? message}`, { cause: error });
  }
}
