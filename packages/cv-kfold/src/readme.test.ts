import { describe, expect, it } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    expect(await run('split.ts')).toEqual(['160 40 true', '6', '6', '6']);
    expect(await run('once.ts')).toEqual(['10', '8', expect.stringMatching(/^(8|12)$/), '36,37,38,39']);
    expect(await run('random.ts')).toEqual(['4', '4', '30']);
    expect(await run('position.ts')).toEqual([
      '20 10',
      '0,1,2 -> 4,5',
      '0,1,2,3,4 -> 6,7',
      '2,3,4 -> 0,1',
      '0,1,4 -> 2,3',
    ]);
    expect(await run('splitters.ts')).toEqual(['stratifiedKFold 3 3', '1313400']);
    expect(await run('models.ts')).toEqual(['accuracy,error 12', expect.stringMatching(/^0\.\d\d 0\.\d\d$/), '60 0']);
    expect(await run('anything.ts')).toEqual(['0.150']);
    expect(await run('more.ts')).toEqual(['60', '12 true', '48 true', '0.05']);
    expect(await run('compare.ts')).toEqual(['0.030 0.294']);
    expect(await run('leaks.ts')).toEqual(['no leak']);
    expect(count).toBe(10);
  });
});
