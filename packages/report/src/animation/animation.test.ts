import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../page/render-report.ts';
import { decodeGif } from '../testing/decode-gif.ts';
import { type AnimationOptions, animation } from './animation.ts';
import { encodeWebp } from './encode-webp.ts';

const frame = (grey: number) => ({ pixels: new Uint8Array(12).fill(grey), width: 2, height: 2 });
const frames = [0, 100, 200].map(frame);

describe('animation', () => {
  it('is a GIF with a still picture and a text', async () => {
    const figure = await animation({ title: 'Moving', frames, delay: 40 });
    const gif = decodeGif(Buffer.from(figure.animation!.src.split(',')[1]!, 'base64'));
    expect(gif.frames.map(({ rgb }) => rgb[0])).toEqual([0, 100, 200]);
    expect(figure.alt).toBe('An animation of 3 frames.');
    expect(figure.svg).toContain(figure.animation!.still);
    expect(figure.thumbnails).toBeUndefined();
  });

  it('stands still on paper and for readers who asked for little motion', async () => {
    const figure = await animation({ title: 'Moving', frames, still: 0 });
    const html = renderReport({ title: 't', sections: [{ title: 's', blocks: [{ type: 'figure', figure }] }] });
    const { still, src } = figure.animation!;
    expect(html).toContain(`<source media="print, (prefers-reduced-motion: reduce)" srcset="${still}"`);
    expect(html).toContain(`<img src="${src}" alt="An animation of 3 frames."`);
  });

  it('is a WebP of all colours if it is told so, its still picture on white paper', async () => {
    const clear = { pixels: Uint8Array.of(255, 0, 0, 255, 0, 0, 0, 0), width: 2, height: 1 };
    const figure = await animation({ title: 'Moving', frames: [clear, clear], format: 'webp', delay: 40, loop: 2 });
    const [head, data] = figure.animation!.src.split(',') as [string, string];
    expect(head).toBe('data:image/webp;base64');
    expect(Buffer.from(data, 'base64')).toEqual(Buffer.from(await encodeWebp([clear, clear], { delay: 40, loop: 2 })));
    const still = decode(Buffer.from(figure.animation!.still.split(',')[1]!, 'base64'));
    expect([...still.data]).toEqual([255, 0, 0, 255, 255, 255]);
  });

  it('refuses no frame, an unknown format, and options of the other format', async () => {
    await expect(animation({ title: 't', frames: [] })).rejects.toThrow('frames');
    const refusal = (options: object) => animation({ title: 't', frames, ...options } as AnimationOptions);
    await expect(refusal({ format: 'png' })).rejects.toThrow(`format must be 'gif' or 'webp', got "png"`);
    await expect(refusal({ format: 'webp', colours: 16 })).rejects.toThrow('colours must be left out');
    await expect(refusal({ quality: 80 })).rejects.toThrow('quality must be left out');
  });
});
