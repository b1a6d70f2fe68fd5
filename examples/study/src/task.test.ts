import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownTask, studyTask } from './task.ts';

describe('studyTask', () => {
  it('names the class folders of the public set', () => {
    expect(studyTask('fox')).toEqual({ name: 'fox', positive: 'fox', negative: 'Fox_negative_class' });
  });
});

describe('ownTask', () => {
  const at = (...steps: string[]) => path.resolve('/', ...steps);

  it('is named after the positive folder, below the nearest folder that holds both', () => {
    expect(ownTask(at('home', 'pictures', 'cats'), at('home', 'other', 'dogs'))).toEqual({
      name: 'cats',
      positive: 'pictures/cats',
      negative: 'other/dogs',
      root: at('home'),
    });
  });

  it('tells folders apart whose names begin alike', () => {
    expect(ownTask(at('cat'), at('cats'))).toMatchObject({ positive: 'cat', negative: 'cats', root: at() });
  });

  it.each([
    ['one folder twice', at('cats'), at('cats')],
    ['a folder inside the other', at('cats'), at('cats', 'black')],
    ['a folder around the other', at('cats', 'black'), at('cats')],
  ])('refuses %s', (_, positive, negative) => {
    expect(() => ownTask(positive, negative)).toThrow(/apart from each other/);
  });
});
