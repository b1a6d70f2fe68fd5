import { describe, expect, it } from 'vitest';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { contactSheet } from './contact-sheet.ts';

const picture = { pixels: new Uint8Array(12), width: 2, height: 2 };
const right = { ...picture, actual: 'fox', predicted: 'fox', probability: 0.976 };
const wrong = { ...picture, actual: 'fox', predicted: 'tiger', caption: 'a.jpg' };

describe('contactSheet', () => {
  it('says what is right and wrong in words and by a frame', async () => {
    const { svg, thumbnails, alt } = contactSheet({ title: 'Sheet', images: [right, wrong], columns: 2 });
    expect(thumbnails!.map(({ caption, verdict }) => [caption, verdict])).toEqual([
      ['✓ fox 98%', 'right'],
      ['a.jpg: ✗ fox, taken for tiger', 'wrong'],
    ]);
    expect(svgTexts(svg)).toContain('✓ fox 98%');
    expect(svg.match(/<rect[^>]*stroke="#00896a"/g)).toHaveLength(1);
    expect(svg.match(/<rect[^>]*stroke="#d55e00"/g)).toHaveLength(1);
    expect(alt).toBe('2 pictures, 1 judged rightly and 1 wrongly.');
    expect(await isInside(svg)).toBe(true);
  });

  it('refuses no picture and what is no probability', () => {
    expect(() => contactSheet({ title: 't', images: [] })).toThrow('images');
    expect(() => contactSheet({ title: 't', images: [{ ...right, probability: 1.5 }] })).toThrow('1.5');
  });
});
