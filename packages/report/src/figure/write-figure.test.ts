import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { animation } from '../animation/animation.ts';
import { encodeGif } from '../animation/encode-gif.ts';
import { encodeWebp } from '../animation/encode-webp.ts';
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

  it('writes what moves beside the still picture', async () => {
    const frames = [0, 200].map((grey) => ({ pixels: new Uint8Array(4).fill(grey), width: 2, height: 2 }));
    const { gif } = await writeFigure(folder, await animation({ title: 'Moving', frames }));
    const { webp } = await writeFigure(folder, await animation({ title: 'Moving', frames, format: 'webp' }));
    expect((await readdir(folder)).sort()).toEqual(['moving.gif', 'moving.png', 'moving.svg', 'moving.webp']);
    expect(Buffer.from(encodeGif(frames)).equals(await readFile(gif as string))).toBe(true);
    expect(Buffer.from(await encodeWebp(frames)).equals(await readFile(webp as string))).toBe(true);
  });

  it('writes only into its folder', async () => {
    const figure = await lineChart({ title: 'One line', series: [{ name: 'a', values: [1, 2] }] });
    await expect(writeFigure(folder, { ...figure, name: '../out' })).rejects.toThrow('name must be');
  });
});
