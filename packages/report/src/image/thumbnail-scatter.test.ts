import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { toPng } from '../figure/to-png.ts';
import { isInside } from '../testing/is-inside.ts';
import { svgTexts } from '../testing/svg-texts.ts';
import { gridPlaces } from './grid-places.ts';
import { shareHidden } from './share-hidden.ts';
import { thumbnailScatter } from './thumbnail-scatter.ts';

const red = { pixels: Uint8Array.from({ length: 48 }, (_, i) => (i % 3 === 0 ? 255 : 0)), width: 4, height: 4 };
const blue = { pixels: Uint8Array.from({ length: 48 }, (_, i) => (i % 3 === 2 ? 255 : 0)), width: 4, height: 4 };
const points = [
  { x: 0, y: 0, group: 'fox' },
  { x: 1, y: 1, group: 'tiger' },
];
const images = [red, blue];

describe('thumbnailScatter', () => {
  it('puts each picture at its point, y upwards', async () => {
    const { page, svg, alt, caption } = thumbnailScatter({ title: 'Map', points, images, size: 100 });
    expect(svgTexts(svg)).toEqual(['Map', 'fox', 'tiger']);
    expect([alt, caption]).toEqual(['A map of pictures. fox: 1; tiger: 1.', 'Each picture lies at its point.']);
    const { data, width, height, channels } = decode(await toPng(page!.wide.light, { scale: 1 }));
    const at = (x: number, y: number) => [...data.slice((y * width + x) * channels, (y * width + x) * channels + 3)];
    expect(at(70, height - 70)).toEqual([255, 0, 0]);
    expect(at(width - 70, height - width + 70)).toEqual([0, 0, 255]);
    for (const drawing of [svg, page!.narrow.light]) expect(await isInside(drawing)).toBe(true);
  });

  it('is stored once for light and dark, and says so in its own style', () => {
    const { page } = thumbnailScatter({ title: 'Map', points, images });
    expect(page!.wide.dark).toBe(page!.wide.light);
    expect(page!.wide.dark).toContain('prefers-color-scheme:dark');
  });

  it('tells how many pictures are covered', () => {
    const close = [points[0]!, { ...points[0]!, x: 0.01 }, points[1]!];
    expect(thumbnailScatter({ title: 'Map', points: close, images: [red, red, blue] }).caption).toBe(
      'Each picture lies at its point. 1 of 3 pictures are more than half covered by others.',
    );
  });

  it('moves pictures to a grid, none over another', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ x: i % 3, y: i % 2 }));
    const { svg, caption } = thumbnailScatter({
      title: 'Map',
      points: many,
      images: many.map(() => red),
      layout: 'grid',
    });
    const places = [...svg.matchAll(/<image x="([\d.]+)" y="([\d.]+)"/g)].map(([, x, y]) => `${x},${y}`);
    expect(new Set(places).size).toBe(30);
    expect(caption).toContain('distances do not');
  });

  it('refuses a picture too few, a point nowhere, a grid of too many, and a size out of range', () => {
    const of = (more: object) => () => thumbnailScatter({ title: 't', points, images, ...more });
    expect(of({ images: [red] })).toThrow('got 1 for 2');
    expect(of({ points: [points[0], { x: 1, y: Number.NaN }] })).toThrow('finite');
    expect(of({ size: 4 })).toThrow('size');
    expect(of({ size: 40, layout: 'grid' })).toThrow('left out');
    const many = Array.from({ length: 2001 }, () => points[0]!);
    expect(of({ points: many, images: many.map(() => red), layout: 'grid' })).toThrow('2000');
    expect(of({ points: [], images: [] })).toThrow('points');
  });
});

describe('gridPlaces', () => {
  it('leaves points that lie on the cells where they are', () => {
    const places = Array.from({ length: 9 }, (_, i) => ({ x: ((i % 3) + 0.5) / 3, y: (Math.floor(i / 3) + 0.5) / 3 }));
    expect(gridPlaces(places)).toEqual({ side: 3, cells: [0, 1, 2, 3, 4, 5, 6, 7, 8] });
  });
});

describe('shareHidden', () => {
  it('counts what later squares cover', () => {
    const places = [0, 0.5, 2].map((x) => ({ x, y: 0 }));
    expect(shareHidden(places, 1)).toEqual([0.5, 0, 0]);
  });
});
