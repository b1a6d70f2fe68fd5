import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { explainIoError, systemCode } from '../files/explain-io-error.ts';
import { sha256 } from '../files/sha256.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { writeAll } from '../files/write-all.ts';

/** What one sound file of a slot holds. */
export interface Saved {
  /** Counts the saves of its slot, from 1. */
  readonly generation: number;
  readonly bytes: Uint8Array;
}

const HEADER = /^animals-slot 1 (\d{1,15}) (\d{1,15}) ([0-9a-f]{64})\n/;
const LONGEST_HEADER = 128;

/** Writes bytes behind a line that tells their generation, number and hash, and comes back when the disk has them. */
export async function writeSlotFile(file: string, { generation, bytes }: Saved): Promise<void> {
  try {
    const handle = await open(file, 'w');
    try {
      await writeAll(handle, Buffer.from(header(generation, bytes)));
      await writeAll(handle, bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await syncFolder(path.dirname(file));
  } catch (error) {
    throw explainIoError(file, error);
  }
}

function header(generation: number, bytes: Uint8Array): string {
  return `animals-slot 1 ${generation} ${bytes.length} ${hashOf(generation, bytes)}\n`;
}

/** Covers the generation as well, so that an old file cannot pass for a newer one. */
function hashOf(generation: number, bytes: Uint8Array): string {
  return sha256(`${generation}\n`, bytes);
}

/** Reads such a file back; undefined if it is not there, torn or altered. */
export async function readSlotFile(file: string): Promise<Saved | undefined> {
  const content = await readFile(file).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw explainIoError(file, error);
  });
  const match = HEADER.exec(content.toString('latin1', 0, LONGEST_HEADER));
  if (match === null) return undefined;
  const generation = Number(match[1]);
  const bytes = content.subarray(match[0].length);
  const sound = bytes.length === Number(match[2]) && hashOf(generation, bytes) === match[3];
  return sound ? { generation, bytes } : undefined;
}
