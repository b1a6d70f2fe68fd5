import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { toPng } from './to-png.ts';

const svg = (body: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20">${body}</svg>`;
const text = (family: string) =>
  svg(`<rect width="60" height="20" fill="#fff"/><text x="2" y="15" font-size="14" font-family="${family}">Fox</text>`);

/** How many pixels are darker than mid-grey. */
const dark = (png: Uint8Array) => {
  const { data, channels } = decode(png);
  let count = 0;
  for (let i = 0; i < data.length; i += channels) if ((data[i] as number) < 128) count += 1;
  return count;
};

describe('toPng', () => {
  it('paints what the SVG says, at the scale asked for', async () => {
    const image = decode(await toPng(svg('<rect width="30" height="20" fill="#ff0000"/>'), { scale: 3 }));
    expect([image.width, image.height]).toEqual([180, 60]);
    expect([...image.data.slice(0, 4)]).toEqual([255, 0, 0, 255]);
    expect(image.data[179 * 4 + 3]).toBe(0);
  });

  it('sets text without fonts of the machine, whatever family is asked for', async () => {
    const plain = await toPng(text('DejaVu Sans'));
    expect(dark(plain)).toBeGreaterThan(100);
    expect(await toPng(text("system-ui, 'No Such Font', sans-serif"))).toEqual(plain);
    expect(await toPng(text('No Such Font'))).toEqual(plain);
  });

  it('refuses what is no SVG, and a scale out of range', async () => {
    await expect(toPng('<svg><g></svg>')).rejects.toThrow('svg must be');
    await expect(toPng(svg(''), { scale: 0 })).rejects.toThrow('scale');
    await expect(toPng(svg(''), { scale: Number.NaN })).rejects.toThrow('scale');
  });
});
