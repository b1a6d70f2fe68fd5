import { ArgumentError, DataError, LeakError } from '@animals/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor } from '../executor/executor.ts';
import { WorkerDiedError } from '../executor/worker-died-error.ts';

/** Makes an executor of at most that many workers (it may have fewer) that runs the contract's jobs. */
export type MakeExecutor = (options: { readonly workers: number }) => Executor | Promise<Executor>;

export interface ContractOptions {
  /** Whether jobs run outside this process, so that a busy or dying one does not take the caller along. */
  readonly isolated: boolean;
}

/** The tests that every executor has to pass; its jobs are those of `contractJobs` or `contractJobsUrl`. */
export function describeExecutor(name: string, make: MakeExecutor, { isolated }: ContractOptions): void {
  describe(`executor: ${name}`, () => {
    let pool: Executor;
    const made: Executor[] = [];
    const fresh = async (workers: number) => {
      const executor = await make({ workers });
      made.push(executor);
      return executor;
    };
    beforeAll(async () => {
      pool = await fresh(2);
    });
    afterAll(async () => {
      await Promise.all(made.map((executor) => executor.close()));
    });

    describeResults(() => pool);
    describeAborts(() => pool);
    describeClosing(fresh);
    if (isolated) describeIsolation(() => pool);
  });
}

function describeResults(pool: () => Executor): void {
  it('returns each job its own result, in the order of the calls', async () => {
    const inputs = Array.from({ length: 20 }, (_, i) => i);
    const results = await Promise.all(inputs.map((input) => pool().submit({ name: 'double', input })));
    expect(results).toEqual(inputs.map((input) => 2 * input));
  });

  it('carries typed arrays, and leaves the input alone', async () => {
    const input = new Float32Array([1, 2.5, -3]);
    const output = await pool().submit({ name: 'addOne', input });
    expect(output).toEqual(new Float32Array([2, 3.5, -2]));
    expect(input).toEqual(new Float32Array([1, 2.5, -3]));
  });

  it('runs at most `workers` jobs at a time, and that many if there is work', async () => {
    const naps = Array.from({ length: 6 }, () =>
      pool().submit<number, { from: number; to: number }>({ name: 'nap', input: 150 }),
    );
    const spans = await Promise.all(naps);
    const atOnce = spans.map(({ from }) => spans.filter((span) => span.from <= from && from < span.to).length);
    expect(Math.max(...atOnce)).toBe(pool().workers);
  });

  it('reports progress in order, before the result', async () => {
    const seen: unknown[] = [];
    const onProgress = (value: unknown) => void seen.push(value);
    await pool()
      .submit({ name: 'count', input: 3 }, { onProgress })
      .then(() => seen.push('result'));
    expect(seen).toEqual([{ step: 1 }, { step: 2 }, { step: 3 }, 'result']);
  });

  it('rejects when onProgress throws, and goes on', async () => {
    const onProgress = () => {
      throw new Error('cannot show it');
    };
    await expect(pool().submit({ name: 'count', input: 3 }, { onProgress })).rejects.toThrow('cannot show it');
    expect(await pool().submit({ name: 'double', input: 1 })).toBe(2);
  });

  it('passes errors on with class, message and properties', async () => {
    const failing = (input: string) =>
      pool()
        .submit({ name: 'fail', input })
        .catch((error: unknown) => error);
    const argument = await failing('argument');
    expect(ArgumentError.isInstance(argument) && argument.parameter).toBe('k');
    const data = await failing('data');
    expect(DataError.isInstance(data) && [data.path, data.reason, (data.cause as Error).message]).toEqual([
      'fox/1.jpg',
      'is empty',
      'no bytes',
    ]);
    expect(LeakError.isInstance(await failing('leak'))).toBe(true);
    expect(await failing('plain')).toMatchObject({ name: 'TypeError', message: 'it broke', code: 'E_BROKE' });
  });

  it('runs registered names only', async () => {
    for (const name of ['nope', 'constructor', '__proto__', 'node:fs', './contract-jobs.js']) {
      const error = await pool()
        .submit({ name, input: null })
        .catch((thrown: unknown) => thrown);
      expect(ArgumentError.isInstance(error) && error.message).toContain(`got ${JSON.stringify(name)}`);
    }
  });

  it('refuses an input that is not data, and an output', async () => {
    await expect(pool().submit({ name: 'double', input: () => 1 })).rejects.toThrow('job.input must be plain data');
    await expect(pool().submit({ name: 'returnFunction', input: null })).rejects.toThrow(/could not be cloned/);
    expect(await pool().submit({ name: 'double', input: 4 })).toBe(8);
  });
}

function describeAborts(pool: () => Executor): void {
  it('rejects with the reason, and never starts, when the signal has aborted before', async () => {
    let started = false;
    const onProgress = () => {
      started = true;
    };
    const signal = AbortSignal.abort(new Error('not any more'));
    await expect(pool().submit({ name: 'count', input: 1 }, { signal, onProgress })).rejects.toThrow('not any more');
    expect(started).toBe(false);
  });

  it('takes a job that waits for its turn out of the line', async () => {
    const controller = new AbortController();
    const naps = Array.from({ length: pool().workers }, () => pool().submit({ name: 'nap', input: 200 }));
    let started = false;
    const onProgress = () => {
      started = true;
    };
    const waiting = pool().submit({ name: 'count', input: 1 }, { signal: controller.signal, onProgress });
    controller.abort(new Error('changed my mind'));
    await expect(waiting).rejects.toThrow('changed my mind');
    await Promise.all(naps);
    expect(started).toBe(false);
  });

  it('tells a running job, and rejects with the reason even if that ends in order', async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error('enough'));
    const job = { name: 'waitForAbort', input: null };
    await expect(pool().submit(job, { signal: controller.signal, onProgress })).rejects.toThrow('enough');
    expect(await pool().submit({ name: 'double', input: 2 })).toBe(4);
  });
}

function describeClosing(fresh: (workers: number) => Promise<Executor>): void {
  it('ends what runs and what waits when it is closed, and takes nothing after', async () => {
    const closing = await fresh(1);
    const started = new Promise<void>((resolve) => {
      const job = { name: 'waitForAbort', input: null };
      void closing.submit(job, { onProgress: () => resolve() }).catch(() => undefined);
    });
    const waiting = closing.submit({ name: 'double', input: 1 });
    waiting.catch(() => undefined);
    await started;
    const closed = closing.close();
    await expect(waiting).rejects.toThrow(/was closed/);
    await expect(closing.submit({ name: 'double', input: 1 })).rejects.toThrow(/was closed/);
    await closed;
    await closing.close();
  });

  it('closes before it was ever used', async () => {
    await (await fresh(3)).close();
  });
}

function describeIsolation(pool: () => Executor): void {
  it('ends a busy job within about a second of the abort', async () => {
    const controller = new AbortController();
    let abortedAt = 0;
    const onProgress = () =>
      setTimeout(() => {
        abortedAt = performance.now();
        controller.abort(new Error('too long'));
      }, 50);
    const busy = pool().submit({ name: 'spin', input: 60_000 }, { signal: controller.signal, onProgress });
    await expect(busy).rejects.toThrow('too long');
    expect(performance.now() - abortedAt).toBeLessThan(2000);
    expect(await pool().submit({ name: 'double', input: 3 })).toBe(6);
  });

  it('fails only the job whose process dies', async () => {
    const other = pool().submit({ name: 'nap', input: 300 });
    const error = await pool()
      .submit({ name: 'exit', input: 3 })
      .catch((thrown: unknown) => thrown);
    expect(WorkerDiedError.isInstance(error) && error.exitCode).toBe(3);
    expect((error as Error).message).toMatch(
      /job "exit": its process \(\d+\) ended with exit code 3 before the result/,
    );
    await other;
    expect(await pool().submit({ name: 'double', input: 5 })).toBe(10);
  });
}
