import { describe, expect, it } from 'vitest';
import { contrast } from '../chart/mix-colour.ts';
import { darkTheme, lightTheme } from '../chart/theme.ts';
import { style } from './style.ts';

/** The colours that a style names in its root blocks: light first, then dark over it. */
function colours(): Record<string, string>[] {
  const [light, dark] = [...style.matchAll(/:root \{([^}]*)\}/g)].map(([, body]) =>
    Object.fromEntries(
      [...(body as string).matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, key, hex]) => [key, hex]),
    ),
  ) as [Record<string, string>, Record<string, string>];
  return [light, { ...light, ...dark }];
}

/** Text on its grounds, as the style sheet pairs them. */
const pairs = [
  ...['ink', 'muted', 'accent'].flatMap((text) => ['paper', 'card'].map((ground) => [text, ground])),
  ...['ink', 'muted'].flatMap((text) => ['info-soft', 'warning-soft', 'leak-soft'].map((ground) => [text, ground])),
  ...['accent', 'warning', 'leak'].map((level) => [level, `${level === 'accent' ? 'info' : level}-soft`]),
  ['ink', 'accent-soft'],
] as [string, string][];

describe('style', () => {
  it.each([
    ['light', 0],
    ['dark', 1],
  ] as const)('has text of at least 4.5:1 on its ground, %s', (_, index) => {
    const named = colours()[index]!;
    for (const [text, ground] of pairs) {
      const ratio = contrast(named[text] as string, named[ground] as string);
      expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const frame of ['right', 'leak']) {
      expect(contrast(named[frame] as string, named.paper as string), frame).toBeGreaterThanOrEqual(3);
    }
  });

  it.each([lightTheme, darkTheme])('has charts whose colours are at least 3:1 on paper, $name', (theme) => {
    for (const colour of theme.palette) expect(contrast(colour, theme.paper), colour).toBeGreaterThanOrEqual(3);
    for (const text of [theme.ink, theme.muted]) expect(contrast(text, theme.paper), text).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps figures whole on paper, and prints no contents', () => {
    const print = /@media print \{([\s\S]*)\}\n$/.exec(style)![1];
    expect(print).toContain('break-inside: avoid');
    expect(print).toMatch(/nav, \.skip \{ display: none; \}/);
  });
});
