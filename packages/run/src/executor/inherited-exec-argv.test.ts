import { describe, expect, it } from 'vitest';
import { inheritedExecArgv } from './inherited-exec-argv.ts';

describe('inheritedExecArgv', () => {
  it('keeps loaders and conditions', () => {
    const argv = ['--import', 'tsx', '--conditions=@animals/source', '--max-old-space-size=4096'];
    expect(inheritedExecArgv(argv)).toEqual(argv);
  });

  it('drops a program from the command line, and the debugger', () => {
    expect(inheritedExecArgv(['--import', 'tsx', '-e', 'main()', '--inspect-brk=9229'])).toEqual(['--import', 'tsx']);
    expect(inheritedExecArgv(['--input-type=module', '--eval', '--import'])).toEqual([]);
  });
});
