import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ContenderSpec } from './contender.ts';
import { race } from './race.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A contender in plain Node that answers each step with a time of its own making, and chats beside it. */
function contender(name: string, step: string, extra: Partial<ContenderSpec> = {}): ContenderSpec {
  const file = path.join(folder, `${name}.cjs`);
  writeFileSync(
    file,
    `const say = (answer) => console.log('@bench ' + JSON.stringify(answer));
    let steps = 0, args;
    require('node:readline').createInterface(process.stdin).on('line', (line) => {
      const command = JSON.parse(line);
      console.log('chatter');
      if (command.command === 'prepare') { args = command.args; say({ ready: true }); }
      else { steps++; ${step} }
    });`,
  );
  return { name, command: [process.execPath, file], ...extra };
}

const ours = contender('ours', 'say({ ms: args.base })');
const options = { rounds: 3, log: () => {} };
const rows = [{ name: 'a step', args: { base: 10 } }];

describe('race', () => {
  it('takes a ratio as the peer over ours, with its range', async () => {
    const peers = [contender('slow', 'say({ ms: [10, 20, 40][steps - 1] })')];
    const [row] = await race({ work: 'x', rows, ours, peers }, options);
    expect(row).toEqual({
      work: 'a step',
      ours: { median: 10, min: 10, max: 10, unit: 'ms' },
      peers: { slow: { median: 20, min: 10, max: 40, unit: 'ms' } },
      ratios: { slow: 2 },
      ranges: { slow: [1, 4] },
    });
  });

  it('says why a peer is missing: not there, not able, or gone in mid-race', async () => {
    const peers: ContenderSpec[] = [
      { name: 'absent', command: ['/nowhere/python3'] },
      { name: 'broken', command: [process.execPath, '-e', 'console.error("no module named torch"); process.exit(1)'] },
      contender('dies', 'if (steps > 1) { console.error("out of memory"); process.exit(1); } say({ ms: 1 })'),
    ];
    const [row] = await race({ work: 'x', rows, ours, peers }, options);
    expect(row?.peers).toEqual({
      absent: { missing: expect.stringContaining('ENOENT') },
      broken: { missing: 'no module named torch' },
      dies: { missing: 'dies: out of memory' },
    });
    expect(row?.ratios).toEqual({});
    expect(row?.ours.median).toBe(10);
  });

  it('starts a peer that died of one work anew for the next', async () => {
    const peers = [contender('fragile', 'if (args.base > 10) process.kill(process.pid, "SIGFPE"); say({ ms: 30 })')];
    const both = [{ name: 'deadly', args: { base: 20 } }, ...rows];
    const [deadly, harmless] = await race({ work: 'x', rows: both, ours, peers }, options);
    expect(deadly?.peers.fragile).toEqual({ missing: 'fragile: ended with SIGFPE' });
    expect(harmless?.ratios.fragile).toBe(3);
  });

  it('times a slow contender once', async () => {
    const peers = [contender('once', 'say({ ms: steps * 100 })', { once: true })];
    const [row] = await race({ work: 'x', rows, ours, peers }, options);
    expect(row?.peers.once).toEqual({ median: 100, min: 100, max: 100, unit: 'ms' });
  });

  it('passes an environment on, less what is taken out', async () => {
    process.env.OPENBLAS_CORETYPE = 'Haswell';
    try {
      const reply = 'say({ ms: process.env.OPENBLAS_CORETYPE ? 1 : Number(process.env.BENCH_MS) })';
      const peers = [contender('environment', reply, { env: { OPENBLAS_CORETYPE: undefined, BENCH_MS: '30' } })];
      const [row] = await race({ work: 'x', rows, ours, peers }, options);
      expect(row?.ratios.environment).toBe(3);
    } finally {
      delete process.env.OPENBLAS_CORETYPE;
    }
  });

  it('fails where ours does', async () => {
    const broken: ContenderSpec = { name: 'ours', command: [process.execPath, '-e', 'throw new Error("no kernels")'] };
    await expect(race({ work: 'x', rows, ours: broken, peers: [] }, options)).rejects.toThrow(
      'a step: ours: Error: no kernels',
    );
  });
});
