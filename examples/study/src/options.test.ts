import { describe, expect, it } from 'vitest';
import { parseOptions, type StudyOptions } from './options.ts';

const CWD = '/somewhere';

function options(...args: string[]): StudyOptions {
  const request = parseOptions(args, CWD);
  if (request.kind !== 'run') throw new Error(`expected a run, got ${request.kind}`);
  return request.options;
}

describe('parseOptions', () => {
  it('runs the quick study of the fox when nothing is said', () => {
    expect(options()).toMatchObject({
      tasks: [{ name: 'fox', positive: 'fox', negative: 'Fox_negative_class' }],
      profile: 'quick',
      seed: 0,
      existing: 'refuse',
      onBadFile: 'throw',
    });
  });

  it('makes paths absolute from where the user stood', () => {
    expect(options('--data', 'pictures', '--out', '/x')).toMatchObject({ data: '/somewhere/pictures', out: '/x' });
  });

  it('runs stages in their own order, each once', () => {
    expect(options('--stages', 'conclude,audit,conclude').stages).toEqual(['audit', 'conclude']);
  });

  it('takes all three animals', () => {
    expect(options('all').tasks.map(({ name }) => name)).toEqual(['elephant', 'tiger', 'fox']);
  });

  it('takes two folders of the user, from where the user stood', () => {
    expect(options('--positive', 'cats', '--negative', '../dogs').tasks).toEqual([
      { name: 'cats', positive: 'somewhere/cats', negative: 'dogs', root: '/' },
    ]);
  });

  it.each([
    [['--positive', 'cats'], '--negative must name a folder: --positive and --negative go together'],
    [['--negative', 'dogs'], '--positive must name a folder'],
    [['fox', '--positive', 'cats', '--negative', 'dogs'], 'fox and --positive exclude each other'],
    [['--data', 'x', '--positive', 'cats', '--negative', 'dogs'], '--data and --positive exclude each other'],
    [['--positive', 'cats', '--negative', 'cats'], 'must be two folders apart from each other'],
    [['wolf'], 'animal must be one of elephant, tiger, fox, all, got "wolf"'],
    [['fox', 'tiger'], 'give one animal or all, got fox tiger'],
    [['--stages', 'bake'], '--stages must be one of audit'],
    [['--profile', 'fast'], '--profile must be one of quick, standard, full, got "fast"'],
    [['--workers', '-3'], '--workers must be a whole number from 1 to 1024, got "-3"'],
    [['--workers=0'], 'got "0"'],
    [['--folds', '1'], '--folds must be a whole number from 2'],
    [['--seed', '1.5'], '--seed must be a whole number'],
    [['--on-bad-file', 'hide'], '--on-bad-file must be one of throw, skip, got "hide"'],
    [['--resume', '--force'], '--resume and --force exclude each other'],
    [['--data', ''], '--data must name a folder'],
    [['--sed', '3'], "Unknown option '--sed'; see --help"],
    [['--out'], "Option '--out <value>' argument missing; see --help"],
  ])('refuses %j in one line', (args, message) => {
    expect(() => parseOptions(args, CWD)).toThrow(message);
    try {
      parseOptions(args, CWD);
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
    }
  });

  it.each(['help', 'version', 'list-stages'])('answers --%s', (kind) => {
    expect(parseOptions([`--${kind}`], CWD)).toEqual({ kind });
  });
});
