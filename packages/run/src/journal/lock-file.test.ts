import { readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { lockFile } from './lock-file.ts';

const stale = JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), started: null });

describe('lockFile', () => {
  it('has one holder, however many see the same stale lock at slightly different times', async () => {
    const folder = tempFolder();
    for (let round = 0; round < 40; round++) {
      const lock = path.join(folder, 'lock');
      writeFileSync(lock, stale);
      const comers = Array.from({ length: 12 }, async (_, i) => {
        for (let j = 0; j < i; j++) await setTimeout(0);
        return lockFile(lock);
      });
      const held = (await Promise.allSettled(comers)).filter((comer) => comer.status === 'fulfilled');
      expect(held).toHaveLength(1);
      await held[0]?.value();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gets past a takeover that was killed half-way', async () => {
    const lock = path.join(tempFolder(), 'lock');
    for (const suffix of ['', '.takeover', '.takeover.takeover']) writeFileSync(`${lock}${suffix}`, stale);
    const unlock = await lockFile(lock);
    expect(readdirSync(path.dirname(lock))).toEqual(['lock']);
    await expect(lockFile(lock)).rejects.toThrow('is held by process');
    await unlock();
  });

  it('waits for the text of a lock that has just been made', async () => {
    const lock = path.join(tempFolder(), 'lock');
    writeFileSync(lock, '');
    await expect(lockFile(lock)).rejects.toThrow('a process that has just started');
  });
});
