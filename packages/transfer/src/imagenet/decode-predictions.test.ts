import { describe, expect, it } from 'vitest';
import { decodePredictions } from './decode-predictions.ts';
import { imageNetClasses } from './imagenet-classes.ts';

const scores = (...pairs: [number, number][]) => {
  const data = new Float32Array(1000);
  for (const [index, score] of pairs) data[index] = score;
  return { data, rows: 1, columns: 1000 };
};

describe('imageNetClasses', () => {
  it('lists a thousand meanings in the order of their ids', () => {
    const ids = imageNetClasses().map(({ wnid }) => wnid);
    expect(new Set(ids).size).toBe(1000);
    expect([...ids].sort()).toEqual(ids);
    expect(imageNetClasses().every(({ name }) => /^[\w'.-]+$/.test(name))).toBe(true);
  });

  it.each([
    [0, 'n01440764', 'tench'],
    [277, 'n02119022', 'red_fox'],
    [292, 'n02129604', 'tiger'],
    [386, 'n02504458', 'African_elephant'],
    [999, 'n15075141', 'toilet_tissue'],
  ])('names class %i', (index, wnid, name) => {
    expect(imageNetClasses()[index]).toEqual({ wnid, name });
  });
});

describe('decodePredictions', () => {
  it('gives the best first, and the lower class of two that are equal', () => {
    const [best] = decodePredictions(scores([292, 0.75], [3, 0.125], [7, 0.125]), { count: 3 });
    expect(best?.map(({ index, name, score }) => [index, name, score])).toEqual([
      [292, 'tiger', 0.75],
      [3, 'tiger_shark', 0.125],
      [7, 'cock', 0.125],
    ]);
  });

  it('refuses scores of other classes, and a count of none', () => {
    expect(() => decodePredictions({ data: new Float32Array(4), rows: 2, columns: 2 })).toThrow('1000 columns');
    for (const count of [0, 1.5, 1001]) expect(() => decodePredictions(scores(), { count })).toThrow('from 1 to 1000');
  });
});
