import * as vega from 'vega';
import { describe, expect, it } from 'vitest';
import { barChart } from './bar-chart.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { lineChart } from './line-chart.ts';
import { renderSpec } from './render-spec.ts';
import { scatterChart } from './scatter-chart.ts';

describe('renderSpec', () => {
  it('draws every kind of chart without a warning', async () => {
    const series = [
      { name: 'a', group: 'g', values: [1, null, 3] },
      { name: 'b', group: 'g', values: [2, 3, 4] },
    ];
    const charts = [
      await lineChart({ title: 't', series, references: [{ value: 2, label: 'r' }] }),
      await barChart({
        title: 't',
        bars: [{ label: 'a', value: 1, low: 0, high: 2 }],
        references: [{ value: 1, label: 'r' }],
      }),
      await scatterChart({
        title: 't',
        points: [
          { x: 1, y: 2, group: 'a' },
          { x: 2, y: 3, group: 'b' },
        ],
      }),
      await confusionMatrix({
        labels: ['a', 'b'],
        counts: [
          [1, 2],
          [3, 4],
        ],
      }),
    ];
    const warnings: string[] = [];
    for (const { spec } of charts) await renderSpec(spec!, { onWarning: (message) => warnings.push(message) });
    expect(warnings).toEqual([]);
  });

  it('tells of what Vega-Lite does not understand', async () => {
    const warnings: string[] = [];
    const spec = { data: { values: [{ a: 1 }] }, mark: 'bar', encoding: { nonsense: { field: 'a' } } };
    await renderSpec(spec, { onWarning: (message) => warnings.push(message) });
    expect(warnings.join(' ')).toContain('nonsense');
  });

  it('loads nothing', async () => {
    const warnings: string[] = [];
    const spec = { data: { url: 'package.json' }, mark: 'point', encoding: {} };
    await renderSpec(spec, { onWarning: (message) => warnings.push(message) });
    expect(warnings.join(' ')).toContain('package.json');
  });

  it("leaves Vega's measuring of text as it was, also after a failure", async () => {
    const { textMetrics } = vega as unknown as { textMetrics: { width: unknown } };
    const before = textMetrics.width;
    await expect(renderSpec({ mark: 'nonsense' })).rejects.toThrow();
    expect(textMetrics.width).toBe(before);
    expect(await renderSpec({ data: { values: [] }, mark: 'bar' })).toContain('<svg');
  });
});
