/** The jobs that the contract suite submits; the same module serves executors in this process and in others. */
import { setTimeout } from 'node:timers/promises';
import { ArgumentError, DataError, LeakError } from '@animals/core';
import type { JobContext, Jobs } from '../executor/executor.ts';

async function double(value: number): Promise<number> {
  return 2 * value;
}

/** Returns when it began and ended, and where. */
async function nap(ms: number): Promise<{ from: number; to: number; pid: number }> {
  const from = Date.now();
  await setTimeout(ms);
  return { from, to: Date.now(), pid: process.pid };
}

async function addOne(values: Float32Array): Promise<Float32Array> {
  return values.map((value) => value + 1);
}

async function count(to: number, { progress }: JobContext): Promise<number> {
  for (let i = 1; i <= to; i++) progress({ step: i });
  return to;
}

async function fail(kind: string): Promise<never> {
  if (kind === 'argument') throw new ArgumentError('k', 'k must be >= 2, got 1');
  if (kind === 'data') throw new DataError('fox/1.jpg', 'is empty', { cause: new TypeError('no bytes') });
  if (kind === 'leak') throw new LeakError('fox/1.jpg is on both sides');
  throw Object.assign(new TypeError('it broke'), { code: 'E_BROKE' });
}

/** Runs until its signal aborts, and then ends as if nothing had happened. */
async function waitForAbort(_: null, { signal, progress }: JobContext): Promise<string> {
  progress('waiting');
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  return 'ended in order';
}

/** Keeps its thread busy, so that it sees no signal and no message. */
async function spin(ms: number, { progress }: JobContext): Promise<number> {
  progress(process.pid);
  // Lets the progress be sent.
  await setTimeout(10);
  const end = Date.now() + ms;
  let turns = 0;
  while (Date.now() < end) turns++;
  return turns;
}

async function exit(code: number): Promise<void> {
  process.exit(code);
}

async function returnFunction(): Promise<unknown> {
  return () => undefined;
}

export const jobs: Jobs = { double, nap, addOne, count, fail, waitForAbort, spin, exit, returnFunction };
