import { describe, expect, it } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));

// What it describes is collected with this file's own tests.
await run('rng.test.ts');

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    expect(await run('random.ts')).toEqual(['true']);
    expect(await run('philox.ts')).toEqual(['6627e8d5 e169c58d bc57ac4c 9b00dbd8']);
    expect(await run('statistics.ts')).toEqual(['0.875 0.875 0.035 0.040', '0.826 0.924']);
    expect(await run('student.ts')).toEqual(['2.776', '0.975', '1.258e-114']);
    expect(await run('scores.ts')).toEqual(['0.75 0.833', '0.200 0.158', '0.851 0.934']);
    expect(await run('logistic.ts')).toEqual(['true 1', '6 3 1.000']);
    expect(await run('standardise.ts')).toEqual(['-1 -1 1 1', '0 2']);
    expect(await run('errors.ts')).toEqual(['seed', 'fox/1.jpg: is empty true false', '{"a":[2],"b":1}']);
    expect(count).toBe(9);
  });
});
