import { describe, expect, it } from 'vitest';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { foldPlot } from './fold-plot.ts';

const models = [
  { label: 'baseline', values: [0.8, 0.9, 0.85] },
  { label: 'a frozen base with quite a long name that must be broken', values: [0.9, 0.95, 0.94] },
];

/** How many layers draw lines from model to model. */
const joins = (spec: unknown) =>
  (spec as { layer: { mark: { type: string } }[] }).layer.filter(({ mark }) => mark.type === 'line').length;

describe('foldPlot', () => {
  it('prints means, joins the folds, and keeps inside its frame', async () => {
    const references = [{ value: 0.5, label: 'guessing' }];
    const { svg, alt, caption, spec, page } = await foldPlot({ title: 'Folds', format: 'percent', models, references });
    expect(svgTexts(svg)).toEqual(expect.arrayContaining(['baseline', '85.0%', '93.0%', 'guessing']));
    expect(alt).toContain('baseline 85.0% (folds 80.0% to 90.0%)');
    expect(caption).toContain('join the scores of one fold');
    expect(joins(spec)).toBe(1);
    for (const drawing of [svg, page!.narrow.dark]) expect(await isInside(drawing)).toBe(true);
  });

  it('does not join models of different folds', async () => {
    const { spec } = await foldPlot({ title: 't', models: [models[0]!, { label: 'b', values: [1] }] });
    expect(joins(spec)).toBe(0);
    await expect(
      foldPlot({ title: 't', paired: true, models: [models[0]!, { label: 'b', values: [1] }] }),
    ).rejects.toThrow('got 3, 1');
  });

  it('refuses no model, no score, and a domain that falls', async () => {
    await expect(foldPlot({ title: 't', models: [] })).rejects.toThrow('models');
    await expect(foldPlot({ title: 't', models: [{ label: 'a', values: [] }] })).rejects.toThrow('none for a');
    await expect(foldPlot({ title: 't', models: [{ label: 'a', values: [Number.NaN] }] })).rejects.toThrow('finite');
    await expect(foldPlot({ title: 't', models, xDomain: [1, 0] })).rejects.toThrow('rise');
  });
});
