import { describe, expect, it } from 'vitest';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { reliabilityDiagram } from './reliability-diagram.ts';

describe('reliabilityDiagram', () => {
  it('prints the error and how many predictions each bin holds', async () => {
    const options = { title: 'Believed?', probabilities: [0.1, 0.1, 0.9, 0.9, 0.9], outcomes: [0, 1, 1, 1, 1] };
    const { svg, alt, page } = await reliabilityDiagram(options);
    // gaps 0.4 of 2 and 0.1 of 3
    expect(svgTexts(svg)).toEqual(expect.arrayContaining(['Believed?', 'ECE 0.22', '5 predictions', '2', '3']));
    expect(alt).toBe(
      'Reliability diagram of 5 predictions, ECE 0.22. Predicted, then observed: 10%: 50% of 2; 90%: 100% of 3.',
    );
    for (const drawing of [svg, page!.narrow.light]) expect(await isInside(drawing)).toBe(true);
  });

  it('refuses what is no probability', async () => {
    await expect(reliabilityDiagram({ title: 't', probabilities: [2], outcomes: [1] })).rejects.toThrow('got 2');
  });
});
