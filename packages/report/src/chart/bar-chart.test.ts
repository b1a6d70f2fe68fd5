import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../figure/figure.ts';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { type BarChartOptions, barChart } from './bar-chart.ts';

const options: BarChartOptions = {
  title: 'Models',
  format: 'percent',
  xDomain: [0, 1],
  references: [{ value: 0.5, label: 'guessing' }],
  bars: [
    { label: 'baseline', value: 0.87, low: 0.82, high: 0.91 },
    { label: 'frozen', value: 0.97, group: 'transfer' },
  ],
};

let figure: Figure;
beforeAll(async () => {
  figure = await barChart(options);
});

describe('barChart', () => {
  it('carries values and error bars', () => {
    const { spec } = figure;
    expect((spec as { data: object }).data).toEqual({
      values: [
        { row: 0, label: 'baseline', value: 0.87, group: '', text: '87.0%', end: 0.91, low: 0.82, high: 0.91 },
        { row: 1, label: 'frozen', value: 0.97, group: 'transfer', text: '97.0%', end: 0.97 },
      ],
    });
  });

  it('draws bars as long as their values', async () => {
    const bars = [1, 2, 4].map((value) => ({ label: `v${value}`, value, low: value - 1, high: 4 }));
    const { page } = await barChart({ title: 't', xDomain: [0, 4], bars });
    const lengths = [...page!.wide.light.matchAll(/h(\d+(?:\.\d+)?)v16h/g)].map(([, length]) => Number(length));
    expect(lengths).toHaveLength(3);
    expect(lengths[1]! / lengths[0]!).toBeCloseTo(2, 2);
    expect(lengths[2]! / lengths[0]!).toBeCloseTo(4, 2);
  });

  it('prints labels and values, and says them', () => {
    const { svg, alt } = figure;
    expect(svgTexts(svg)).toEqual(
      expect.arrayContaining(['Models', 'baseline', 'frozen', '87.0%', 'guessing', 'transfer']),
    );
    expect(alt).toBe('Bar chart. baseline 87.0% (82.0% to 91.0%); frozen 97.0%.');
  });

  it('keeps long labels inside the drawing', async () => {
    const bars = options.bars.map((bar) => ({
      ...bar,
      label: `${bar.label}, with all that was done to it and more of that`,
    }));
    const { svg, page } = await barChart({ ...options, bars });
    for (const drawing of [svg, page!.narrow.light]) expect(await isInside(drawing)).toBe(true);
  });

  it('takes hostile labels for text', async () => {
    const label = '<script>datum.x</script>';
    const { svg } = await barChart({ title: 't', bars: [{ label, value: 1, group: "' + alert(1) + '" }] });
    expect(svgTexts(svg)).toContain(label);
    expect(svg).not.toContain('<script');
  });

  it('refuses what would mislead', async () => {
    const bar = { label: 'a', value: 1 };
    await expect(barChart({ title: 't', bars: [{ ...bar, low: 0 }] })).rejects.toThrow('both low and high');
    await expect(barChart({ title: 't', bars: [{ ...bar, low: 2, high: 3 }] })).rejects.toThrow('low <= value <= high');
    await expect(barChart({ title: 't', bars: [{ ...bar, value: Number.NaN }] })).rejects.toThrow('finite');
    await expect(barChart({ title: 't', bars: [bar], xDomain: [0.8, 1] })).rejects.toThrow('hold 0');
    await expect(barChart({ title: 't', bars: [] })).rejects.toThrow('at least one');
  });
});
