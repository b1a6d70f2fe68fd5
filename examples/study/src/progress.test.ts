import { describe, expect, it } from 'vitest';
import { createProgress, formatDuration } from './progress.ts';

function stream(isTTY: boolean) {
  const lines: string[] = [];
  const fake = { isTTY, columns: 80, write: (text: string) => lines.push(text) };
  return { lines, stream: fake as unknown as NodeJS.WriteStream };
}

describe('createProgress', () => {
  it('prints plain lines now and then where the output is not a terminal', () => {
    const { lines, stream: out } = stream(false);
    let time = 0;
    const tick = createProgress({ stream: out, now: () => time }).task('baseline', 100);
    for (let done = 1; done <= 100; done++) {
      time += 1000;
      tick(done);
    }
    expect(lines.length).toBe(20);
    expect(lines.join('')).not.toContain('\u001b');
    expect(lines[0]).toBe('baseline        5/100    5 %  1 min 35 s left\n');
    expect(lines.at(-1)).toBe('baseline      100/100  100 %  took 1 min 40 s\n');
  });

  it('redraws one line on a terminal and leaves the last one', () => {
    const { lines, stream: out } = stream(true);
    let time = 0;
    const tick = createProgress({ stream: out, now: () => (time += 200) }).task('baseline', 2);
    tick(1, 'fold 1');
    tick(2, 'fold 2');
    expect(lines[0]).not.toContain('\n');
    expect(lines).toContain('\r\u001b[2K');
    expect(lines.at(-1)).toMatch(/2\/2 .*fold 2\n$/);
  });

  it('is silent when it is told to be', () => {
    const { lines, stream: out } = stream(false);
    const progress = createProgress({ stream: out, quiet: true });
    progress.say('hello');
    progress.task('x', 1)(1);
    expect(lines).toEqual([]);
  });
});

describe('formatDuration', () => {
  it.each([
    [400, '0.4 s'],
    [12_300, '12 s'],
    [185_000, '3 min 05 s'],
    [7_620_000, '2 h 07 min'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});
