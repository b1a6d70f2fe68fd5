import { describe, expect, it } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    expect(await run('base.ts')).toEqual(['mobilenetv2_0.35_124 410208 ,1280']);
    expect(await run('weights.ts')).toEqual(['name 135 0']);
    expect(await run('features.ts')).toEqual(['40 pictures, 256 features each']);
    expect(count).toBe(4);
  });
});
