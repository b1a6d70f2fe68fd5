import { describe, expect, it } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    expect(await run('tsne.ts')).toEqual(['150 2 true', '5']);
    expect(await run('steps.ts')).toEqual(['50 true', '100 true', '400 exact']);
    expect(await run('neighbours.ts')).toEqual(['45 6750 1', '150 150']);
    expect(await run('umap.ts')).toEqual(['150 2 5', '3', '100 150']);
    expect(await run('pca.ts')).toEqual(['3 3 20']);
    expect(await run('quality.ts')).toEqual(['true true 1']);
    expect(count).toBe(7);
  });
});
