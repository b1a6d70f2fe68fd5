import { describe, expect, it } from 'vitest';
import { contrast, mixColour } from './mix-colour.ts';
import { darkTheme, lightTheme } from './theme.ts';

describe('mixColour', () => {
  it('goes from one colour to the other', () => {
    expect(mixColour('#000000', '#ff8040', 0)).toBe('#000000');
    expect(mixColour('#000000', '#ff8040', 1)).toBe('#ff8040');
    expect(mixColour('#000000', '#ff8040', 0.5)).toBe('#804020');
  });
});

describe('contrast', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9);
    expect(contrast('#0072b2', '#0072b2')).toBe(1);
  });

  it.each([lightTheme, darkTheme])('is enough in the $name theme', ({ paper, ink, muted, palette }) => {
    expect(contrast(ink, paper)).toBeGreaterThan(7);
    expect(contrast(muted, paper)).toBeGreaterThan(4.5);
    for (const colour of palette) expect(contrast(colour, paper)).toBeGreaterThan(3);
  });
});
