import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimFolder } from './claim-folder.ts';

const HOST = hostname().replace(/[^A-Za-z0-9]/g, '') || 'host';
let folder = '';
let place = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animals-claim-'));
  place = join(folder, 'weights.bin');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A folder that a process of that number has left. */
async function leave(host: string, pid: number, text: string): Promise<string> {
  const left = join(folder, `.weights.bin.${host}-${pid}-0-1.part`);
  await mkdir(left);
  await writeFile(join(left, 'bytes'), text);
  return left;
}

describe('claimFolder', () => {
  it('takes over what a dead process left, and removes more of the kind', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await leave(HOST, child.pid as number, 'half');
    await mkdir(join(folder, `.weights.bin.${HOST}-${child.pid}-0-2.part`));
    const claim = await claimFolder(place);
    expect(await readFile(join(claim.folder, 'bytes'), 'utf8')).toBe('half');
    expect(await readdir(folder)).toHaveLength(1);
    await claim.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves alone what living processes, other machines and other files have', async () => {
    await leave(HOST, process.ppid, 'living');
    await leave('elsewhere', 1, 'unknown');
    await mkdir(join(folder, `.weights.bin.zip.${HOST}-${process.pid}-0-1.part`));
    const claim = await claimFolder(place);
    expect(await readdir(claim.folder)).toEqual([]);
    expect(await readdir(folder)).toHaveLength(4);
  });

  it('gives what was released to the next claim, and what was not to none', async () => {
    const first = await claimFolder(place);
    const second = await claimFolder(place);
    expect(second.folder).not.toBe(first.folder);
    await writeFile(join(first.folder, 'bytes'), 'mine');
    first.release();
    const third = await claimFolder(place);
    expect(await readdir(third.folder)).toEqual(['bytes']);
    expect(await readdir(folder)).toHaveLength(2);
  });
});
