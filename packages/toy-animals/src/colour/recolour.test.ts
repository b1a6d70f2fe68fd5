import { describe, expect, it } from 'vitest';
import { recolour, type Tint } from './recolour.ts';

const PLAIN: Tint = { hue: 0, saturation: 1, lightness: 1, air: [0, 0, 0], haze: 0 };
const svg = '<path id="i0" fill="#ff0000"/><use href="#i0" fill="url(#i0)" stroke="#e8702a"/>';

describe('recolour', () => {
  it('leaves everything alone under white light', () => {
    expect(recolour(svg, PLAIN)).toBe(svg);
  });

  it('turns hues and keeps references', () => {
    expect(recolour(svg, { ...PLAIN, hue: 120 })).toContain(
      '<path id="i0" fill="#00ff00"/><use href="#i0" fill="url(#i0)"',
    );
  });

  it('is all air where the haze is full', () => {
    expect(recolour(svg, { ...PLAIN, air: [10, 20, 30], haze: 1 }).match(/#0a141e/g)).toHaveLength(2);
  });
});
