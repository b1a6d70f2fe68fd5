import { describe, expect, it } from 'vitest';
import { renderReport } from '../page/render-report.ts';
import { decodeGif } from '../testing/decode-gif.ts';
import { animation } from './animation.ts';

const frame = (grey: number) => ({ pixels: new Uint8Array(12).fill(grey), width: 2, height: 2 });
const frames = [0, 100, 200].map(frame);

describe('animation', () => {
  it('is a GIF with a still picture and a text', () => {
    const figure = animation({ title: 'Moving', frames, delay: 40 });
    const gif = decodeGif(Buffer.from(figure.animation!.src.split(',')[1]!, 'base64'));
    expect(gif.frames.map(({ rgb }) => rgb[0])).toEqual([0, 100, 200]);
    expect(figure.alt).toBe('An animation of 3 frames.');
    expect(figure.svg).toContain(figure.animation!.still);
    expect(figure.thumbnails).toBeUndefined();
  });

  it('stands still on paper and for readers who asked for little motion', () => {
    const figure = animation({ title: 'Moving', frames, still: 0 });
    const html = renderReport({ title: 't', sections: [{ title: 's', blocks: [{ type: 'figure', figure }] }] });
    const { still, src } = figure.animation!;
    expect(html).toContain(`<source media="print, (prefers-reduced-motion: reduce)" srcset="${still}"`);
    expect(html).toContain(`<img src="${src}" alt="An animation of 3 frames."`);
  });

  it('refuses no frame', () => {
    expect(() => animation({ title: 't', frames: [] })).toThrow('frames');
  });
});
