import { describe, expect, it } from 'vitest';
import { mistakesSection } from './mistakes-section.ts';
import { renderReport } from './render-report.ts';

const judgement = (actual: string, predicted: string, probability: number) => ({ actual, predicted, probability });
const judgements = [
  judgement('fox', 'fox', 0.9),
  judgement('fox', 'cat', 0.6),
  judgement('cat', 'fox', 0.8),
  judgement('cat', 'cat', 0.7),
  judgement('fox', 'cat', 0.8),
];
const picture = { pixels: new Uint8Array(12), width: 2, height: 2 };

describe('mistakesSection', () => {
  it('shows the surest mistakes first, asks for no other picture, and counts by class', () => {
    const asked: number[] = [];
    const pictureOf = (index: number) => {
      asked.push(index);
      return picture;
    };
    const section = mistakesSection(judgements, pictureOf, { shown: 2 });
    expect(asked).toEqual([2, 4]);
    expect(section.lead).toBe('3 of 5 pictures were judged wrongly. The 2 surest are shown.');
    const [table, sheet] = section.blocks;
    const rows = [
      { actual: 'fox', pictures: 3, wrong: 2, share: 2 / 3 },
      { actual: 'cat', pictures: 2, wrong: 1, share: 0.5 },
    ];
    expect(table).toMatchObject({ type: 'table', rows });
    const thumbnails = [{ caption: '✗ cat, taken for fox 80%' }, { caption: '✗ fox, taken for cat 80%' }];
    expect(sheet).toMatchObject({ type: 'figure', figure: { thumbnails } });
    expect(renderReport({ title: 't', sections: [section] })).toContain('<li class="wrong">');
  });

  it('says so when nothing was wrong', () => {
    const section = mistakesSection([judgements[0]!], () => picture);
    expect(section.lead).toBe('No picture of 1 was judged wrongly.');
    expect(section.blocks).toHaveLength(1);
  });

  it('refuses none, half a picture, and what is no probability', () => {
    expect(() => mistakesSection([], () => picture)).toThrow('judgements');
    expect(() => mistakesSection(judgements, () => picture, { shown: 0.5 })).toThrow('shown');
    expect(() => mistakesSection([judgement('a', 'b', 2)], () => picture)).toThrow('got 2');
  });
});
