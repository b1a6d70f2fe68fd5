import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lineChart } from '../chart/line-chart.ts';
import { writeFigure } from './write-figure.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writeFigure', () => {
  it('writes the SVG and a PNG of twice its size, and nothing else', async () => {
    const figure = await lineChart({ title: 'One line', series: [{ name: 'a', values: [1, 2] }] });
    const paths = await writeFigure(join(folder, 'figures'), figure);
    expect(await readdir(join(folder, 'figures'))).toEqual(['one-line.png', 'one-line.svg']);
    expect(await readFile(paths.svg, 'utf8')).toBe(`${figure.svg}\n`);
    const { width, height } = decode(await readFile(paths.png));
    const [, w, h] = /width="(\d+)" height="(\d+)"/.exec(figure.svg)!;
    expect([width, height]).toEqual([2 * Number(w), 2 * Number(h)]);
  });

  it('writes only into its folder', async () => {
    const figure = await lineChart({ title: 'One line', series: [{ name: 'a', values: [1, 2] }] });
    await expect(writeFigure(folder, { ...figure, name: '../out' })).rejects.toThrow('name must be');
  });
});
