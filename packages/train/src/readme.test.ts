import { describe, expect, it } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    expect(await run('train.ts')).toEqual([
      expect.stringMatching(/^validation accuracy (0\.9|1)\d*, best in epoch [3-7]$/),
      expect.stringMatching(/^area under the curve (0\.9\d*|1)$/),
    ]);
    expect(await run('resume.ts')).toEqual(['the power went out', expect.stringMatching(/^6 epochs, .* loss 0\.\d+$/)]);
    expect(await run('source.ts')).toEqual(['1']);
    expect(await run('metrics.ts')).toEqual(['0.75 0.875 1', '[[1,1],[0,2]]']);
    expect(await run('bundle.ts')).toEqual([expect.stringMatching(/^0\.png (no )?fox 0\.\d{3}$/)]);
    expect(count).toBe(7);
  });
});
