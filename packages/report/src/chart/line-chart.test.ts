import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../figure/figure.ts';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { type LineChartOptions, lineChart } from './line-chart.ts';

const folds: LineChartOptions = {
  title: 'Two folds',
  xTitle: 'epoch',
  series: [
    { name: 'fold 1', group: 'training', panel: 'Loss', values: [1, 0.5, 0.2] },
    { name: 'fold 2', group: 'training', panel: 'Loss', values: [2, 1.5, 0.4] },
    { name: 'fold 1', group: 'validation', panel: 'Accuracy', values: [0.5, 0.75, 0.8] },
  ],
  panels: { Accuracy: { yFormat: 'percent', yDomain: [0.4, 1], references: [{ value: 0.5, label: 'guessing' }] } },
};

const hostile = [
  'datum.x',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '"]}{[\\',
  "'+alert(1)+'",
  'constructor',
  '__proto__',
  '&amp; \u0000',
];

let figure: Figure;
beforeAll(async () => {
  figure = await lineChart(folds);
}, 60_000);

describe('lineChart', () => {
  it('carries the lines and their mean', () => {
    const { spec } = figure;
    const [loss, accuracy] = (spec as { concat: { layer: { data: { values: object[] } }[] }[] }).concat;
    const [thin, bold] = loss!.layer;
    expect(thin!.data.values).toHaveLength(6);
    expect(thin!.data.values[4]).toEqual({ x: 2, y: 1.5, group: 'training', series: 'fold 2' });
    expect(bold!.data.values).toEqual([
      { x: 1, y: 1.5, group: 'training' },
      { x: 2, y: 1, group: 'training' },
      { x: 3, y: 0.30000000000000004, group: 'training' },
    ]);
    expect(accuracy!.layer.at(-1)!.data.values[2]).toEqual({ x: 3, y: 0.8, group: 'validation' });
  });

  it('draws points where they belong', async () => {
    const { page } = await lineChart({ title: 't', yDomain: [0, 1], series: [{ name: 'a', values: [0, 1, 0.5] }] });
    // Plot of 668 x 280: x = 1, 2, 3 at 0, half and all of the width, y upside down.
    expect(page!.wide.light).toContain('d="M0,280L334,0L668,140"');
  });

  it('prints title, panels, legend, axis and reference', () => {
    const { svg, page } = figure;
    for (const text of ['Two folds', 'Loss', 'Accuracy', 'training', 'validation', 'epoch', 'guessing', '60%']) {
      expect(svgTexts(svg)).toContain(text);
    }
    expect(svgTexts(page!.wide.light)).not.toContain('Two folds');
  });

  it('says in words what it shows', () => {
    const { alt, caption } = figure;
    expect(alt).toBe('Line chart. Loss, training: 1.5 to 0.3; Accuracy, validation: 50.0% to 80.0%.');
    expect(caption).toContain('mean');
  });

  it('takes hostile strings for text, wherever they stand', async () => {
    const lines = hostile.map((name) => ({ name, panel: 'one', values: [1, 2] }));
    const headings = hostile.map((panel) => ({ name: 'line', panel, values: [1, 3] }));
    const text = hostile.join(' ');
    const references = hostile.map((label, value) => ({ value, label }));
    const axes = { one: { references } };
    const { svg, page } = await lineChart({ title: text, xTitle: text, series: [...lines, ...headings], panels: axes });
    for (const drawing of [svg, page!.narrow.dark]) {
      const texts = svgTexts(drawing);
      for (const wanted of hostile.map((raw) => raw.replace('\u0000', '\ufffd'))) {
        const found = texts.filter((other) => other === wanted);
        expect(found.length, `${wanted} as name, heading and reference`).toBe(3);
      }
      expect(texts).toContain(text.replace('\u0000', '\ufffd'));
      expect(drawing).not.toMatch(/<script|<a[ >]|href=/);
    }
  });

  it('keeps every label inside the drawing', async () => {
    const long = 'A rather long name of a rather long line of the chart';
    const series = Array.from({ length: 9 }, (_, i) => ({ name: `${long} ${i}`, values: [1e6 * i, 2e6] }));
    const { svg, page } = await lineChart({ title: `${long} ${long} ${long}`, xTitle: long, yTitle: long, series });
    for (const drawing of [svg, page!.narrow.dark]) expect(await isInside(drawing)).toBe(true);
  });

  it('gives the same bytes again, also when charts are drawn at once', async () => {
    const [one, two] = await Promise.all([lineChart(folds), lineChart(folds)]);
    expect(one).toEqual(figure);
    expect(two).toEqual(figure);
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  });

  it('refuses a chart without lines and a name that is a path', async () => {
    await expect(lineChart({ title: 't', series: [] })).rejects.toThrow('at least one');
    await expect(lineChart({ ...folds, name: '../x' })).rejects.toThrow('name must be');
  });

  it('leaves out what a log scale has no place for', async () => {
    const series = [{ name: 'a', values: [10, 0, 0.1] }];
    const { spec, alt } = await lineChart({
      title: 't',
      series,
      yScale: 'log',
      references: [{ value: 0, label: 'none' }],
    });
    expect(alt).toBe('Line chart. a: 10 to 0.1.');
    expect(JSON.stringify(spec)).toContain('{"x":2,"y":null,"group":"a"}');
    expect(JSON.stringify(spec)).not.toContain('none');
    const none = await lineChart({ title: 't', series: [{ name: 'a', values: [0, -1] }], yScale: 'log' });
    expect(none.alt).toBe('Line chart. a: no values.');
    await expect(lineChart({ title: 't', series, yScale: 'log', yDomain: [0, 1] })).rejects.toThrow('above 0');
    await expect(
      lineChart({ title: 't', series: [{ name: 'a', points: [{ x: 0, y: 1 }] }], xScale: 'log' }),
    ).rejects.toThrow('got log and 0');
    await expect(lineChart({ title: 't', series: [{ name: 'a', values: [1e101] }] })).rejects.toThrow('1e100');
  });
});
