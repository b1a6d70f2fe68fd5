import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { toPng } from '../figure/to-png.ts';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { imageGrid } from './image-grid.ts';

const plain = (colour: readonly number[], side: number) => ({
  pixels: Uint8Array.from({ length: side * side * 3 }, (_, i) => colour[i % 3] as number),
  width: side,
  height: side,
});
const images = [
  { ...plain([255, 0, 0], 8), caption: 'red <b> & "blue", rather long' },
  { ...plain([0, 0, 255], 300), caption: 'blue' },
];

describe('imageGrid', () => {
  it('encodes the pixels anew, shrunk if they are many', () => {
    const { thumbnails } = imageGrid({ title: 'Pictures', images });
    const [red, blue] = thumbnails!.map(({ src }) => decode(Buffer.from(src.split(',')[1]!, 'base64')));
    expect([red!.width, red!.height, red!.channels]).toEqual([8, 8, 3]);
    expect([...red!.data.slice(0, 3)]).toEqual([255, 0, 0]);
    expect([blue!.width, blue!.height]).toEqual([224, 224]);
    expect([...blue!.data.slice(-3)]).toEqual([0, 0, 255]);
  });

  it('draws the pictures side by side, with captions as text', async () => {
    const { svg } = imageGrid({ title: 'Pictures', images, columns: 2 });
    expect(svgTexts(svg)).toEqual(['Pictures', 'red <b> & "blue",', 'rather long', 'blue']);
    expect(await isInside(svg)).toBe(true);
    const { data, width, channels } = decode(await toPng(svg, { scale: 1 }));
    const at = (x: number, y: number) => [...data.slice((y * width + x) * channels, (y * width + x) * channels + 3)];
    expect(at(16 + 56, 100)).toEqual([255, 0, 0]);
    expect(at(16 + 112 + 10 + 56, 100)).toEqual([0, 0, 255]);
  });

  it('takes grey pictures and needs no caption', () => {
    const { svg } = imageGrid({ title: 'Grey', images: [{ pixels: new Uint8Array(4), width: 2, height: 2 }] });
    expect(svgTexts(svg)).toEqual(['Grey']);
  });

  it('gives the same bytes again', () => {
    expect(imageGrid({ title: 'Pictures', images })).toEqual(imageGrid({ title: 'Pictures', images }));
  });

  it('refuses no pictures and half a column', () => {
    expect(() => imageGrid({ title: 't', images: [] })).toThrow('images');
    expect(() => imageGrid({ title: 't', images, columns: 0.5 })).toThrow('columns');
  });
});
