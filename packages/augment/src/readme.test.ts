import { describe, expect, it, vi } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(await run('keras.ts')).toEqual(['10 2304 Float32Array']);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
    expect(await run('affine.ts')).toEqual(['Float64Array']);
    expect(await run('policy.ts')).toEqual(['true', '24 32']);
    expect(await run('labels.ts')).toEqual(['{"top":2,"left":20,"bottom":10,"right":28} 25 32']);
    expect(await run('expand.ts')).toEqual(['36 0.jpg#0 0.jpg', '4', 'true true']);
    expect(await run('mixing.ts')).toEqual(['2 2']);
    expect(await run('tensors.ts')).toEqual(['2x16x16x3 2x16x16x3']);
    expect(count).toBe(8);
  });
});
