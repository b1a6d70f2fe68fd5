import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { toyGroup } from './toy-group.ts';

describe('toyGroup', () => {
  it('reads the drawing set from a path, a Windows path, a file name and an id', () => {
    expect(toyGroup('fox/noto-0007.png')).toBe('noto');
    expect(toyGroup('Fox_negative_class\\noto-v1-0107.png')).toBe('noto-v1');
    expect(toyGroup('pixel-12345.png')).toBe('pixel');
    expect(toyGroup('fox/paper-0001')).toBe('paper');
  });

  it('refuses a file that is no toy picture', () => {
    expect(() => toyGroup('fox/image (3).jpg')).toThrow(ArgumentError);
    expect(() => toyGroup('0007.png')).toThrow('<group>-<number>');
  });
});
