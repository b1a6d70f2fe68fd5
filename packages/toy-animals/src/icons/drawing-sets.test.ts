import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DRAWING_SETS } from './drawing-sets.ts';

const text = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

describe('DRAWING_SETS', () => {
  it('are five hands that each draw all three animals', () => {
    expect(DRAWING_SETS.map(({ group }) => group)).toEqual(['noto', 'fluent', 'paper', 'noto-v1', 'pixel']);
    for (const { drawings } of DRAWING_SETS) {
      const species = new Set(drawings.map((drawing) => drawing.species));
      expect(['elephant', 'tiger', 'fox'].filter((animal) => !species.has(animal))).toEqual([]);
    }
  });

  it('give every view of an animal at least six other species to be told from', () => {
    for (const animal of ['elephant', 'tiger', 'fox']) {
      for (const { drawings } of DRAWING_SETS) {
        for (const { view } of drawings.filter(({ species }) => species === animal)) {
          const others = drawings.filter((drawing) => drawing.view === view && drawing.species !== animal);
          expect(new Set(others.map(({ species }) => species)).size).toBeGreaterThanOrEqual(6);
        }
      }
    }
  });

  it('hold no mammoth, which one may take for an elephant', () => {
    expect(DRAWING_SETS.flatMap(({ drawings }) => drawings).filter(({ species }) => species === 'mammoth')).toEqual([]);
  });

  it('are plain drawings: no script, no text, no link out, every colour #rrggbb, every reference kept', () => {
    for (const { drawings } of DRAWING_SETS) {
      for (const { icon, body, box } of drawings) {
        expect(body, icon).not.toMatch(
          /<(script|text|image|foreignObject|animate)|\son\w+=|https?:|data:|currentColor/,
        );
        expect(body, icon).not.toMatch(/(fill|stroke|stop-color)="(?!#[0-9a-f]{6}"|none"|url\(#i\d+\)")/);
        const ids = new Set([...body.matchAll(/\bid="(i\d+)"/g)].map((match) => match[1]));
        const used = [...body.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map((match) => match[1]);
        expect(
          used.filter((id) => !ids.has(id as string)),
          icon,
        ).toEqual([]);
        expect(Math.min(box[2], box[3]), icon).toBeGreaterThan(0);
      }
    }
  });

  it('are named in NOTICE with version, copyright and a licence that is there, except our own', () => {
    const notice = text('NOTICE');
    for (const { group, drawings } of DRAWING_SETS.filter((set) => set.group !== 'paper')) {
      const entry = notice.split('\n\n').find((part) => part.includes(`group      ${group} (`)) ?? '';
      expect(entry).toContain(`(${drawings.length} drawings, src/icons/${group}.ts)`);
      expect(entry).toMatch(/package {4}@iconify-json\/[\w-]+ \d+\.\d+\.\d+/);
      expect(entry).toMatch(/copyright {2}Copyright/);
      const licence = /licence {4}(?:MIT|Apache-2\.0) \((licenses\/[\w.-]+)\)/.exec(entry)?.[1];
      expect(text(licence as string)).toMatch(
        entry.includes('Apache') ? /Apache License/ : /Permission is hereby granted/,
      );
    }
  });
});
