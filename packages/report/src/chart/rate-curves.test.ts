import { describe, expect, it } from 'vitest';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { precisionRecallChart, rocChart } from './rate-curves.ts';

const fold = (name: string, scores: readonly number[]) => ({ name, scores, labels: [0, 0, 1, 1] });
const curves = [fold('cnn', [1, 3, 2, 4]), fold('cnn', [1, 2, 3, 4]), fold('base', [1, 2, 3, 4])];

/** The rows of the layer whose mark is an area. */
const bandRows = (spec: unknown) =>
  (
    spec as { layer: { mark: { type: string }; data: { values: { x: number; low: number; high: number }[] } }[] }
  ).layer.find(({ mark }) => mark.type === 'area')!.data.values;

describe('rocChart', () => {
  it('prints the mean area and its sd, and draws the band of one sd', async () => {
    const { svg, alt, spec, caption, page } = await rocChart({ title: 'ROC', curves });
    // areas of cnn: 3/4 and 1; their population sd is 1/8
    expect(svgTexts(svg)).toEqual(expect.arrayContaining(['cnn, AUC 0.875 ± 0.125', 'base, AUC 1', 'guessing']));
    expect(alt).toBe('ROC curve. cnn, AUC 0.875 ± 0.125; base, AUC 1.');
    expect(caption).toContain('band one sd');
    const [first] = bandRows(spec);
    expect(first).toMatchObject({ x: 0, y: 0.75, low: 0.5, high: 1 });
    for (const drawing of [svg, page!.narrow.dark]) expect(await isInside(drawing)).toBe(true);
  });

  it('draws one curve without a band, with its area in the legend', async () => {
    const { svg, caption } = await rocChart({ title: 'ROC', curves: [curves[0]!] });
    expect(svgTexts(svg)).toContain('cnn, AUC 0.75');
    expect(caption).toBeUndefined();
  });

  it('refuses no curve, and a fold of one class', async () => {
    await expect(rocChart({ title: 't', curves: [] })).rejects.toThrow('curves');
    await expect(rocChart({ title: 't', curves: [{ name: 'a', scores: [1], labels: [1] }] })).rejects.toThrow('both');
  });
});

describe('precisionRecallChart', () => {
  it('prints the average precision, and the precision of guessing', async () => {
    const { svg, alt } = await precisionRecallChart({ title: 'PR', curves });
    // average precisions of cnn: (1 + 2/3) / 2 and 1
    expect(svgTexts(svg)).toEqual(expect.arrayContaining(['cnn, AP 0.917 ± 0.083', 'base, AP 1', 'guessing, 0.5']));
    expect(alt).toContain('Precision-recall curve.');
  });
});
