import { describe, expect, it } from 'vitest';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { heatMap } from './heat-map.ts';

const rows = ['0.01', '0.001'];
const columns = ['no dropout', 'half', 'most'];
const values = [
  [0.5, 0.7, null],
  [0.8, Number.NaN, 0.9],
];
const fills = (spec: unknown) => (spec as { data: { values: { fill: string }[] } }).data.values.map(({ fill }) => fill);

describe('heatMap', () => {
  it('prints numbers, names and the ends of the scale', async () => {
    const names = { rowTitle: 'rate', columnTitle: 'dropout' };
    const { svg, alt, page } = await heatMap({ title: 'Accuracy', rows, columns, values, ...names });
    expect(svgTexts(svg)).toEqual(
      expect.arrayContaining(['0.5', '0.7', '0.8', '0.9', '0.01', 'half', 'rate ↓', 'dropout →']),
    );
    expect(alt).toBe('Heat map of 2 by 3. Lowest: 0.5 at 0.01, no dropout. Highest: 0.9 at 0.001, most.');
    for (const drawing of [svg, page!.narrow.dark]) expect(await isInside(drawing)).toBe(true);
  });

  it('goes from no colour to full colour, and leaves unknown cells bare', async () => {
    const { spec } = await heatMap({ title: 't', rows, columns, values });
    expect(fills(spec)).toEqual(['#f4f2ed', expect.any(String), '#ffffff', expect.any(String), '#ffffff', '#0072b2']);
  });

  it('has no colour in the middle of a diverging scale, and as much on both sides', async () => {
    const { spec, svg } = await heatMap({
      title: 't',
      rows: ['a'],
      columns: ['x', 'y', 'z'],
      values: [[-2, 0, 1]],
      colours: 'diverging',
    });
    expect(fills(spec)).toEqual(['#0072b2', '#f4f2ed', '#e5a877']);
    expect(svgTexts(svg)).toEqual(expect.arrayContaining(['−2', '0', '2']));
  });

  it('leaves numbers out where they do not fit', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `c${i}`);
    const { svg } = await heatMap({
      title: 't',
      rows: ['a'],
      columns: many,
      values: [many.map((_, i) => i + 1000.25)],
      domain: [0, 2000],
    });
    expect(svgTexts(svg)).not.toContain('1000.25');
    expect(svgTexts(svg)).toContain('2000');
  });

  it('refuses a table of another shape, a name twice, and a domain that falls or misses the middle', async () => {
    const good = { title: 't', rows, columns, values };
    await expect(heatMap({ ...good, values: [[1, 2, 3]] })).rejects.toThrow('2 rows of 3');
    await expect(heatMap({ ...good, rows: ['a', 'a'] })).rejects.toThrow('twice');
    await expect(heatMap({ ...good, domain: [1, 1] })).rejects.toThrow('rise');
    await expect(heatMap({ ...good, colours: 'diverging', domain: [1, 2] })).rejects.toThrow('hold the middle');
    await expect(heatMap({ ...good, middle: 1 })).rejects.toThrow('diverging');
    await expect(heatMap({ ...good, values: [[1, 2, 1e200], values[1]!] })).rejects.toThrow('1e100');
  });
});
