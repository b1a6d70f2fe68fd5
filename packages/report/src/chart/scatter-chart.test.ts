import { describe, expect, it } from 'vitest';
import { svgTexts } from '../testing/svg-texts.ts';
import { scatterChart } from './scatter-chart.ts';

const points = [
  { x: 0, y: 0, group: 'fox' },
  { x: 10, y: 1, group: 'tiger' },
  { x: 5, y: 2, group: 'fox' },
];

describe('scatterChart', () => {
  it('carries the points and counts them', async () => {
    const { spec, alt, svg } = await scatterChart({ title: 'Map', points });
    expect((spec as { data: object }).data).toEqual({ values: points });
    expect(alt).toBe('Scatter chart. fox: 2; tiger: 1.');
    expect(svgTexts(svg)).toEqual(expect.arrayContaining(['Map', 'fox', 'tiger']));
  });

  it('gives a map the same scale in both directions', async () => {
    const { spec, svg } = await scatterChart({ title: 'Map', axes: 'none', points });
    const { encoding, width, height } = spec as {
      encoding: Record<'x' | 'y', { scale: { domain: [number, number] } }>;
      width: number;
      height: number;
    };
    const span = ({ scale: { domain } }: { scale: { domain: [number, number] } }) => domain[1] - domain[0];
    expect(width).toBe(height);
    expect(span(encoding.x)).toBeCloseTo(10.4, 9);
    expect(span(encoding.y)).toBeCloseTo(10.4, 9);
    expect(svgTexts(svg).sort()).toEqual(['Map', 'fox', 'tiger']);
  });

  it('keeps the axes that it is given', async () => {
    const { spec } = await scatterChart({ title: 'Map', axes: 'none', points, xDomain: [0, 100], yDomain: [-1, 3] });
    const { encoding } = spec as { encoding: Record<'x' | 'y', { scale: object }> };
    expect(encoding.x.scale).toMatchObject({ domain: [0, 100] });
    expect(encoding.y.scale).toMatchObject({ domain: [-1, 3] });
    await expect(scatterChart({ title: 't', points, xDomain: [1, 1] })).rejects.toThrow('rise');
  });

  it('refuses a point that is nowhere', async () => {
    await expect(scatterChart({ title: 't', points: [{ x: 1, y: Number.POSITIVE_INFINITY }] })).rejects.toThrow(
      'finite',
    );
    await expect(scatterChart({ title: 't', points: [] })).rejects.toThrow('points');
  });
});
