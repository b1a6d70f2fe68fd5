import { describe, expect, it } from 'vitest';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { confusionMatrix } from './confusion-matrix.ts';

const labels = ['no fox', 'fox'];
const counts = [
  [9, 1],
  [2, 6],
];

describe('confusionMatrix', () => {
  it('prints counts and shares of each actual class', async () => {
    const { svg, alt, spec } = await confusionMatrix({ labels, counts });
    expect(svgTexts(svg)).toEqual(
      expect.arrayContaining(['no fox', 'fox', '9', '1', '2', '6', '90%', '10%', '25%', '75%']),
    );
    expect(alt).toContain('fox taken for no fox: 2');
    const [, , last] = (spec as { data: { values: object[] } }).data.values;
    expect(last).toMatchObject({ actual: 1, predicted: 0, count: 2, share: 0.25 });
  });

  it('draws an empty row', async () => {
    const { svg } = await confusionMatrix({
      labels,
      counts: [
        [3, 0],
        [0, 0],
      ],
    });
    expect(svgTexts(svg).filter((text) => text === '0%')).toHaveLength(3);
  });

  it('keeps long labels inside the drawing', async () => {
    const long = ['all the other animals of the forest', 'the quick brown fox of the proverb', 'x'];
    const { svg, page } = await confusionMatrix({
      labels: long,
      counts: [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
    });
    for (const drawing of [svg, page!.narrow.dark]) expect(await isInside(drawing)).toBe(true);
  });

  it('refuses a table that is not square, a count that is none, and a label twice', async () => {
    await expect(confusionMatrix({ labels, counts: [[1, 2]] })).rejects.toThrow('2 rows of 2');
    await expect(
      confusionMatrix({
        labels,
        counts: [
          [1, 2],
          [3, 0.5],
        ],
      }),
    ).rejects.toThrow('whole');
    await expect(confusionMatrix({ labels: ['a', 'a'], counts })).rejects.toThrow('twice');
  });
});
