import { describe, expect, it } from 'vitest';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { smallMultiples } from './small-multiples.ts';

const points = [
  { x: 0, y: 0, group: 'fox' },
  { x: 4, y: 1, group: 'tiger' },
];
const series = (end: number) => [{ name: 'loss', values: [1, end] }];

interface View {
  readonly encoding: Record<'x' | 'y', { readonly scale: { readonly domain?: readonly number[] } }>;
}
const domains = (spec: unknown, axis: 'x' | 'y') =>
  (spec as { concat: View[] }).concat.map(({ encoding }) => encoding[axis].scale.domain);

describe('smallMultiples', () => {
  it('draws maps with one legend and the numbers of each below', async () => {
    const { svg, alt, page } = await smallMultiples({
      title: 'Maps',
      charts: [
        { title: 'PCA', points, notes: { trustworthiness: 0.81234 } },
        { title: 't-SNE', points: points.map(({ x, y, group }) => ({ x: 100 * y, y: x, group })), notes: { KL: 0.5 } },
        { title: 'UMAP', points },
      ],
    });
    const texts = svgTexts(svg);
    expect(texts).toEqual(expect.arrayContaining(['PCA', 't-SNE', 'UMAP', 'trustworthiness 0.812', 'KL 0.5']));
    expect(texts.filter((text) => text === 'fox')).toHaveLength(1);
    expect(alt).toBe('3 small charts. PCA, trustworthiness 0.812; t-SNE, KL 0.5; UMAP.');
    for (const drawing of [svg, page!.narrow.dark]) expect(await isInside(drawing)).toBe(true);
  });

  it('shares the axes of lines, unless told to give each its own', async () => {
    const charts = [
      { title: 'a', series: series(0) },
      { title: 'b', series: series(-3) },
    ];
    const shared = await smallMultiples({ title: 't', charts });
    expect(domains(shared.spec, 'x')).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(domains(shared.spec, 'y')[0]).toEqual(domains(shared.spec, 'y')[1]);
    expect(domains((await smallMultiples({ title: 't', charts, scales: 'own' })).spec, 'y')).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('refuses none, both, mixed kinds, lines without axes, and half a column', async () => {
    const lines = { title: 'a', series: series(0) };
    const map = { title: 'b', points };
    await expect(smallMultiples({ title: 't', charts: [] })).rejects.toThrow('charts');
    await expect(smallMultiples({ title: 't', charts: [{ title: 'a' }] })).rejects.toThrow('neither in a');
    await expect(smallMultiples({ title: 't', charts: [{ ...lines, points }] })).rejects.toThrow('both in a');
    await expect(smallMultiples({ title: 't', charts: [lines, map] })).rejects.toThrow('both kinds');
    await expect(smallMultiples({ title: 't', charts: [lines], scales: 'none' })).rejects.toThrow('none');
    await expect(smallMultiples({ title: 't', charts: [map], columns: 0.5 })).rejects.toThrow('columns');
    await expect(smallMultiples({ title: 't', charts: [{ title: 'a', points: [] }] })).rejects.toThrow('points');
  });
});
