import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runFixture } from '../fixtures/run-fixture.ts';
import { abortOnSignals } from './abort-on-signals.ts';

describe('abortOnSignals', () => {
  it('aborts at the first signal, takes an echo of it for the same, and exits with 130 at the second', async () => {
    const program = runFixture('await-signal', []);
    await program.waitForLine('ready');
    program.child.kill('SIGINT');
    await program.waitForLine('aborted: AbortError: interrupted by SIGINT');
    program.child.kill('SIGINT');
    await setTimeout(450);
    expect(program.child.exitCode).toBe(null);
    program.child.kill('SIGINT');
    expect((await program.ended).code).toBe(130);
  });

  it('is undone without a trace', () => {
    const before = process.listenerCount('SIGINT');
    const undo = abortOnSignals(new AbortController());
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    undo();
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
