import type { History } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { svgTexts } from '../testing/svg-texts.ts';
import { learningCurves } from './learning-curves.ts';

const history: History = [
  { epoch: 0, loss: 0.7, accuracy: 0.5, valLoss: 0.8, valAccuracy: 0.45 },
  { epoch: 1, loss: 0.3, accuracy: 0.9, valLoss: 0.6, valAccuracy: 0.75 },
];

describe('learningCurves', () => {
  it('plots loss and accuracy of training and validation from epoch 1', async () => {
    const { spec, svg, alt } = await learningCurves([history, history], { title: 'Curves', chance: 0.5 });
    const panels = (spec as { concat: { layer: { data: { values: object[] } }[] }[] }).concat;
    expect(panels[0]!.layer.at(-1)!.data.values).toEqual([
      { x: 1, y: 0.7, group: 'training' },
      { x: 2, y: 0.3, group: 'training' },
      { x: 1, y: 0.8, group: 'validation' },
      { x: 2, y: 0.6, group: 'validation' },
    ]);
    expect(svgTexts(svg)).toEqual(expect.arrayContaining(['training', 'validation', 'guessing', '40%', '100%']));
    expect(alt).toContain('Accuracy, validation: 45.0% to 75.0%');
  });

  it('does without validation', async () => {
    const bare = history.map(({ epoch, loss, accuracy }) => ({ epoch, loss, accuracy }));
    const { svg } = await learningCurves([bare], { title: 'Curves' });
    expect(svgTexts(svg)).not.toContain('validation');
  });

  it('refuses to draw nothing', async () => {
    await expect(learningCurves([[]], { title: 'Curves' })).rejects.toThrow('histories');
  });
});
