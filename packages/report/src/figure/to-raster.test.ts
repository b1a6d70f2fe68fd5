import { describe, expect, it } from 'vitest';
import { toRaster } from './to-raster.ts';

describe('toRaster', () => {
  it('lays the drawing on paper', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><rect width="1" height="1" fill="#f00" opacity="0.5"/></svg>';
    const { pixels, width, height } = await toRaster(svg, { scale: 1, paper: '#0000ff' });
    expect([width, height]).toEqual([2, 1]);
    expect([...pixels]).toEqual([128, 0, 127, 0, 0, 255]);
  });
});
