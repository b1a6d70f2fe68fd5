import { describe, expect, it } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    expect(await run('base.ts')).toEqual(['mobilenetv2_0.35_124 410208 ,1280']);
    expect(await run('weights.ts')).toEqual(['name 135 0']);
    expect(await run('features.ts')).toEqual(['40 pictures, 256 features each']);
    expect(await run('heads.ts')).toEqual([
      expect.stringMatching(/^l2 = 1\d*, inner accuracy (0\.[6789]\d*|1)$/),
      expect.stringMatching(/^\d+ of 10$/),
      expect.stringMatching(/^\d+ of 10$/),
      expect.stringMatching(/^\d+ of 10$/),
    ]);
    expect(await run('fine-tune.ts')).toEqual(['3 epochs of the head, 1 of both; 8 x 2']);
    expect(await run('names.ts')).toEqual(['tiger n02129604 0.9', 'tiger_cat n02123159 0.1']);
    expect(count).toBe(7);
  }, 120_000);
});
