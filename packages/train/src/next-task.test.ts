import { describe, expect, it, vi } from 'vitest';
import { nextTask } from './next-task.ts';

describe('nextTask', () => {
  it('lets timers run, which promises alone do not', async () => {
    let fired = false;
    setTimeout(() => {
      fired = true;
    });
    for (let i = 0; i < 1000; i++) await Promise.resolve();
    expect(fired).toBe(false);
    const start = performance.now();
    while (!fired && performance.now() - start < 5000) await nextTask();
    expect(fired).toBe(true);
  });

  it('does so by messages where there is no setImmediate, as in browsers', async () => {
    vi.stubGlobal('setImmediate', undefined);
    try {
      await nextTask();
      await nextTask();
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
