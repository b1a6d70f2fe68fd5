import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['--conditions=@animals/source', '--import', 'tsx', 'tools/src/bench.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

describe('npm run bench', () => {
  it('ends with 2 for an unknown name and lists the known ones', () => {
    const { status, stderr, stdout } = bench('gemmm');
    expect(status).toBe(2);
    expect(stderr).toMatch(/unknown bench gemmm;.*dcgan-step, kernels, train-step, vgg-forward/);
    expect(stdout).toBe('');
  });
});
