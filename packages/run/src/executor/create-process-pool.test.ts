import { execFileSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isGoneWithin } from '../fixtures/is-gone.ts';
import { runFixture, SOURCE_ARGV } from '../fixtures/run-fixture.ts';
import { contractJobsUrl } from '../testing/contract-jobs-url.ts';
import { describeExecutor } from '../testing/describe-executor.ts';
import { createProcessPool, type ProcessPoolOptions } from './create-process-pool.ts';
import { WorkerDiedError } from './worker-died-error.ts';

const oddJobs = new URL('../fixtures/odd-jobs.ts', import.meta.url);

function makePool(options: Partial<ProcessPoolOptions> = {}) {
  const pool = createProcessPool({ jobs: oddJobs, workers: 1, execArgv: SOURCE_ARGV, ...options });
  onTestFinished(() => pool.close());
  return pool;
}

describeExecutor(
  'processes',
  ({ workers }) => createProcessPool({ jobs: contractJobsUrl, workers, execArgv: SOURCE_ARGV }),
  { isolated: true },
);

describe('createProcessPool', () => {
  it('says how a process was killed, and goes on', async () => {
    const pool = makePool({ jobs: contractJobsUrl });
    const onProgress = (pid: unknown) => process.kill(pid as number, 'SIGKILL');
    const error = await pool.submit({ name: 'spin', input: 60_000 }, { onProgress }).catch((thrown: unknown) => thrown);
    expect(WorkerDiedError.isInstance(error) && error.exitSignal).toBe('SIGKILL');
    expect((error as Error).message).toMatch(/job "spin": .* was ended by SIGKILL .* may have run out of memory/);
    expect(await pool.submit({ name: 'double', input: 1 })).toBe(2);
  });

  it('ends a job that heeds neither its signal nor SIGTERM', async () => {
    const pool = makePool();
    const controller = new AbortController();
    let worker = 0;
    const onProgress = (pid: unknown) => {
      worker = pid as number;
      controller.abort();
    };
    const job = { name: 'stubborn', input: null };
    await expect(pool.submit(job, { signal: controller.signal, onProgress })).rejects.toThrow('aborted');
    expect(await isGoneWithin(worker, 0)).toBe(true);
  });

  it('ends a job whose onProgress throws', async () => {
    const pool = makePool({ jobs: contractJobsUrl });
    let worker = 0;
    const onProgress = (pid: unknown) => {
      worker = pid as number;
      throw new Error('cannot show it');
    };
    await expect(pool.submit({ name: 'spin', input: 60_000 }, { onProgress })).rejects.toThrow('cannot show it');
    expect(await isGoneWithin(worker, 0)).toBe(true);
  });

  it('uses a process again, until it is to be recycled', async () => {
    const pids = async (options: Partial<ProcessPoolOptions>) => {
      const pool = makePool(options);
      const seen = new Set<unknown>();
      for (let i = 0; i < 4; i++) seen.add(await pool.submit({ name: 'pid', input: null }));
      expect(seen.has(process.pid)).toBe(false);
      return seen.size;
    };
    expect(await pids({})).toBe(1);
    expect(await pids({ recycleAfter: 2 })).toBe(2);
  });

  it('replaces a process that died while it was idle', async () => {
    const pool = makePool();
    const pid = await pool.submit<null, number>({ name: 'pid', input: null });
    process.kill(pid, 'SIGKILL');
    await isGoneWithin(pid, 1000);
    await setTimeout(50);
    expect(await pool.submit({ name: 'pid', input: null })).not.toBe(pid);
  });

  it('adds variables to the environment of its workers', async () => {
    const pool = makePool({ env: { ANIMALS_TEST: 'yes' } });
    expect(await pool.submit({ name: 'environment', input: 'ANIMALS_TEST' })).toBe('yes');
    expect(await pool.submit({ name: 'environment', input: 'PATH' })).toBe(process.env.PATH);
  });

  it('tells why its jobs cannot be loaded', async () => {
    const missing = makePool({ jobs: new URL('./no-such-jobs.ts', import.meta.url) });
    await expect(missing.submit({ name: 'pid', input: null })).rejects.toThrow(/no-such-jobs\.ts/);
    const wrong = makePool({ jobs: new URL('./messages.ts', import.meta.url) });
    await expect(wrong.submit({ name: 'pid', input: null })).rejects.toThrow(/messages\.ts must export "jobs"/);
    const broken = makePool({ execArgv: ['--no-such-option'] });
    await expect(broken.submit({ name: 'pid', input: null })).rejects.toThrow(/ended with exit code 9/);
  });

  it('checks its options at the call', () => {
    expect(() => makePool({ workers: 0 })).toThrow('workers must be an integer >= 1, got 0');
    expect(() => makePool({ jobs: './jobs.ts' as unknown as URL })).toThrow('jobs must be a URL');
    expect(() => makePool({ graceMs: Number.NaN })).toThrow('graceMs must be >= 0');
    expect(() => makePool({ recycleAfter: 0 })).toThrow('recycleAfter must be >= 1');
  });

  it.each(['spin', 'waitForAbort'])(
    'leaves no orphan when its program is killed while a job runs (%s)',
    async (job) => {
      const program = runFixture('drive-pool', [job, '60000']);
      await program.waitForLine('progress');
      const [worker] = childrenOf(program.pid);
      expect(worker).toBeGreaterThan(0);
      program.child.kill('SIGKILL');
      expect(await isGoneWithin(worker as number, 2000)).toBe(true);
    },
  );

  it('lets its program end that does not close it, and decide alone about Ctrl-C', async () => {
    const program = runFixture('drive-pool', ['nap', '500'], { ownGroup: true });
    await program.waitForLine('ready');
    await setTimeout(100);
    process.kill(-program.pid, 'SIGINT');
    await program.waitForLine('result');
    expect((await program.ended).code).toBe(0);
  });
});

/** Processes whose parent is this one. */
function childrenOf(parent: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return table
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row))
    .filter((match) => match !== null && Number(match[2]) === parent && (match[3] ?? '').includes('worker-main'))
    .map((match) => Number(match?.[1]));
}
