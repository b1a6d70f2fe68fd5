import { describe, expect, it } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));

const promises: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'line.ts': ['out/figures/loss-of-two-folds.png'],
  'curves.ts': [/^Line chart. Loss, training: 0.7 to 0.4;/],
  'bars.ts': [],
  'folds.ts': [/^Scores by fold. baseline 85.2% \(folds 80.0% to 90.0%\); frozen base 96.5% \(/],
  'heat.ts': ['Heat map of 2 by 3. Lowest: 0.61 at 0.01, 0. Highest: 0.87 at 0.001, 0.2.'],
  'classifier.ts': ['ROC curve. cnn, AUC 0.875 ± 0.125.', /^Reliability diagram of 8 predictions, ECE 0.225./],
  'multiples.ts': [/^3 small charts. PCA, trustworthiness 0.97; t-SNE/],
  'grid.ts': [],
  'mistakes.ts': ['✓ fox 98%,✗ fox, taken for tiger 81%', '1 of 2 pictures were judged wrongly.'],
  'map.ts': ['Each picture lies at its point.'],
  'animation.ts': ['data:image/webp;', '71,73,70,56,57,97 87,69,66,80'],
  'viewer.ts': ['3 2 small charts. t-SNE, trustworthiness 0.97; PCA.'],
  'page.ts': [],
  'png.ts': ['80,78,71'],
};

describe('README', () => {
  it.each(Object.entries(promises))(
    'has a block %s that runs and prints what it promises',
    async (name, lines) => {
      const expected = lines.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line)));
      expect(await run(name)).toEqual(expected);
    },
    60_000,
  );

  it('has no other block', () => {
    expect(count).toBe(Object.keys(promises).length);
  });
});
