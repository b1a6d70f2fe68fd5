import { describe, expect, it } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));

describe('README', () => {
  it.each<[string, unknown[]]>([
    [
      'train.ts',
      [
        expect.stringMatching(/^validation accuracy (0\.9|1)\d*, best in epoch [3-7]$/),
        expect.stringMatching(/^area under the curve (0\.9\d*|1)$/),
      ],
    ],
    ['resume.ts', ['the power went out', expect.stringMatching(/^6 epochs, .* loss 0\.\d+$/)]],
    ['source.ts', ['1']],
    ['bundle.ts', [expect.stringMatching(/^0\.png (no )?fox 0\.\d{3}$/)]],
    ['schedule.ts', ['0.0164 0.0188 0.0145 0.0087 0.0036 0.0011']],
    ['logs.ts', ['epoch,loss,accuracy,valLoss,valAccuracy']],
    ['decision.ts', ['true true true true 5']],
    ['metrics.ts', ['0.75 0.875 1', '[[1,1],[0,2]]', '1']],
  ])('has a block %s that runs and prints what it promises', async (name, printed) => {
    expect(await run(name)).toEqual(printed);
  });

  it('has no block that is not run, or imported by one that is', () => {
    expect(count).toBe(10);
  });
});
