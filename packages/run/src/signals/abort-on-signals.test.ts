import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runFixture } from '../fixtures/run-fixture.ts';
import { abortOnSignals } from './abort-on-signals.ts';

describe('abortOnSignals', () => {
  it('aborts at the first signal and exits with 130 at the second', async () => {
    const program = runFixture('await-signal', []);
    await program.waitForLine('ready');
    program.child.kill('SIGINT');
    await program.waitForLine('aborted: AbortError: interrupted by SIGINT');
    await setTimeout(400);
    expect(program.child.exitCode).toBe(null);
    program.child.kill('SIGTERM');
    expect((await program.ended).code).toBe(130);
  });

  it('takes an echo of the first signal for the same', () => {
    let now = 1000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    onTestFinished(() => void vi.restoreAllMocks());
    const controller = new AbortController();
    onTestFinished(abortOnSignals(controller, ['SIGUSR2']));
    process.emit('SIGUSR2', 'SIGUSR2');
    expect(controller.signal.aborted).toBe(true);
    now = 1250;
    process.emit('SIGUSR2', 'SIGUSR2');
    expect(exit).not.toHaveBeenCalled();
    now = 1350;
    process.emit('SIGUSR2', 'SIGUSR2');
    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
  });

  it('is undone without a trace', () => {
    const before = process.listenerCount('SIGINT');
    const undo = abortOnSignals(new AbortController());
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    undo();
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
