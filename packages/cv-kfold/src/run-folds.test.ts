import { setTimeout as sleep } from 'node:timers/promises';
import { ArgumentError, type Fold } from '@animals/core';
import { describe, expect, it, vi } from 'vitest';
import { kFold } from './k-fold.ts';
import { runFolds } from './run-folds.ts';
import { splitters } from './splitters.ts';

const folds = () => [...kFold(10)];
const sizeOf = (fold: Fold) => fold.test.length;

/** Work that ends when it is told to, and keeps account of itself. */
function work() {
  const log: string[] = [];
  const gates = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  const evaluate = async ({ index }: Fold, { signal }: { signal: AbortSignal }) => {
    log.push(`begin ${index}`);
    await new Promise<void>((resolve, reject) => {
      gates.set(index, { resolve, reject });
      signal.addEventListener('abort', () => setTimeout(() => reject(signal.reason), 5));
    }).finally(() => log.push(`end ${index}`));
    return index;
  };
  const gate = async (index: number) => {
    while (!gates.has(index)) await sleep(1);
    return gates.get(index)!;
  };
  return { log, evaluate, gate };
}

describe('runFolds', () => {
  it('gives the result of each fold, in order and one after the other by default', async () => {
    const log: string[] = [];
    const evaluate = async (fold: Fold) => {
      log.push(`begin ${fold.index}`);
      await sleep(1);
      return fold.test[0];
    };
    for await (const { fold, result } of runFolds(folds(), evaluate)) log.push(`got ${fold.index}: ${result}`);
    const expected = [0, 1, 2, 3, 4].flatMap((i) => [`begin ${i}`, `got ${i}: ${2 * i}`]);
    expect(log).toEqual(expected);
  });

  it('takes the folds of a splitter, and work that is not async', async () => {
    const data = { n: 6, labels: [0, 0, 0, 1, 1, 1] };
    const run = runFolds(splitters.stratifiedKFold({ k: 3 }).split(data), sizeOf);
    expect((await run.results()).map(({ result }) => result)).toEqual([2, 2, 2]);
  });

  it('gives results as they finish, with at most `concurrency` folds under way', async () => {
    const { log, evaluate, gate } = work();
    const run = runFolds(folds(), evaluate, { concurrency: 2 })[Symbol.asyncIterator]();
    const next = run.next();
    (await gate(1)).resolve();
    expect((await next).value).toMatchObject({ result: 1 });
    expect(log).toEqual(['begin 0', 'begin 1', 'end 1']);
    const second = run.next();
    (await gate(2)).resolve();
    expect((await second).value).toMatchObject({ result: 2 });
    expect(log).toEqual(['begin 0', 'begin 1', 'end 1', 'begin 2', 'end 2']);
    await run.return?.();
  });

  it('collects results in the order of the folds, whatever finishes first', async () => {
    const evaluate = async ({ index }: Fold) => {
      await sleep(20 - 4 * index);
      return index;
    };
    const results = await runFolds(folds(), evaluate, { concurrency: 5 }).results();
    expect(results.map(({ fold, result }) => [fold.index, result])).toEqual([0, 1, 2, 3, 4].map((i) => [i, i]));
  });

  it('begins nothing before it is asked', async () => {
    const evaluate = vi.fn(sizeOf);
    runFolds(folds(), evaluate);
    await sleep(5);
    expect(evaluate).not.toHaveBeenCalled();
  });

  it('aborts the folds under way and waits for them when the caller leaves', async () => {
    const { log, evaluate, gate } = work();
    gate(0).then(({ resolve }) => resolve());
    for await (const { result } of runFolds(folds(), evaluate, { concurrency: 3 })) {
      expect(result).toBe(0);
      break;
    }
    expect(log).toEqual(['begin 0', 'begin 1', 'begin 2', 'end 0', 'end 1', 'end 2']);
  });

  it('names the fold that failed, keeps the cause, and has ended the others', async () => {
    const { log, evaluate, gate } = work();
    const cause = new Error('out of memory');
    gate(1).then(({ reject }) => reject(cause));
    const results = runFolds(folds(), evaluate, { concurrency: 3 }).results();
    await expect(results).rejects.toMatchObject({ message: 'fold 1 of repeat 0 failed: out of memory', cause });
    expect(log.toSorted()).toEqual(['begin 0', 'begin 1', 'begin 2', 'end 0', 'end 1', 'end 2']);
  });

  it('names the fold also when the work throws at once, and something that is no error', async () => {
    const evaluate = ({ index }: Fold) => {
      if (index === 2) throw 'no luck';
      return index;
    };
    const got: number[] = [];
    const loop = async () => {
      for await (const { result } of runFolds(folds(), evaluate)) got.push(result);
    };
    await expect(loop()).rejects.toThrow('fold 2 of repeat 0 failed: no luck');
    expect(got).toEqual([0, 1]);
  });

  it("rejects with the signal's reason and waits for the folds under way", async () => {
    const { log, evaluate, gate } = work();
    const controller = new AbortController();
    const reason = new Error('the user left');
    gate(1).then(() => controller.abort(reason));
    const results = runFolds(folds(), evaluate, { concurrency: 2, signal: controller.signal }).results();
    await expect(results).rejects.toBe(reason);
    expect(log.toSorted()).toEqual(['begin 0', 'begin 1', 'end 0', 'end 1']);
  });

  it('begins no further fold after an abort that the work ignored', async () => {
    const controller = new AbortController();
    const evaluate = vi.fn(() => controller.abort(new Error('enough')));
    const results = runFolds(folds(), evaluate, { signal: controller.signal }).results();
    await expect(results).rejects.toThrow('enough');
    expect(evaluate).toHaveBeenCalledOnce();
  });

  it('begins nothing under a signal that is aborted already', async () => {
    const evaluate = vi.fn(sizeOf);
    const run = runFolds(folds(), evaluate, { signal: AbortSignal.abort(new Error('too late')) });
    await expect(run.results()).rejects.toThrow('too late');
    expect(evaluate).not.toHaveBeenCalled();
  });

  it('counts finished folds', async () => {
    const onProgress = vi.fn();
    await runFolds(kFold(4, { k: 2 }), sizeOf, { onProgress }).results();
    expect(onProgress.mock.calls).toEqual([
      [{ done: 1, total: 2, label: 'fold 0 of repeat 0' }],
      [{ done: 2, total: 2, label: 'fold 1 of repeat 0' }],
    ]);
  });

  it('runs once', async () => {
    const run = runFolds(folds(), sizeOf);
    await run.results();
    await expect(run.results()).rejects.toThrow('runs once');
    expect(() => run[Symbol.asyncIterator]()).toThrow('runs once');
  });

  it('refuses no folds, a fold given twice and a bad concurrency at the call', () => {
    const [fold] = folds();
    expect(() => runFolds([], sizeOf)).toThrow(ArgumentError);
    expect(() => runFolds([fold!, fold!], sizeOf)).toThrow(/distinct/);
    for (const concurrency of [0, 1.5, Number.NaN]) {
      expect(() => runFolds(folds(), sizeOf, { concurrency })).toThrow(/concurrency must be/);
    }
  });
});
