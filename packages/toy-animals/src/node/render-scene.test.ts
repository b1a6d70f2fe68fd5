import { createHash } from 'node:crypto';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../render/encode-png.ts';
import type { ToyScene } from '../toy-scene.ts';
import { toyScenes } from '../toy-scenes.ts';
import { renderScene } from './render-scene.ts';

const scenes = (size = 124, count = 5) => [...toyScenes({ animal: 'tiger', positives: count, negatives: 0, size })];
const first = (size?: number) => scenes(size, 1)[0] as ToyScene;

describe('renderScene', () => {
  it('gives the pixels that this version promises, one scene a drawing set', async () => {
    const hash = createHash('sha256');
    for (const scene of scenes()) hash.update((await renderScene(scene)).pixels);
    // Another hash here is a change that users see: raise SCENES_VERSION.
    expect(hash.digest('hex').slice(0, 16)).toBe('ccaece88378e4e5c');
  });

  it.each([16, 62, 224])('draws at %i pixels natively', async (size) => {
    const { width, height, pixels } = await renderScene(first(size));
    expect([width, height, pixels.length]).toEqual([size, size, size * size * 3]);
    expect(spread(pixels)).toBeGreaterThan(15);
  });

  it('shows the same scene at every size', async () => {
    const mean = ({ pixels }: { pixels: Uint8Array }) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
    expect(mean(await renderScene(first(62)))).toBeCloseTo(mean(await renderScene(first(248))), -0.5);
  });

  it('adds as much noise as asked for, and the same each time', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="#808080"/></svg>';
    const post = { exposure: 1, warmth: 1, blur: 0, noise: 6, seed: 9 };
    const { pixels } = await renderScene({ svg, post });
    const green = pixels.filter((_, i) => i % 3 === 1);
    expect(spread(green)).toBeGreaterThan(5.6);
    expect(spread(green)).toBeLessThan(6.4);
    expect((await renderScene({ svg, post })).pixels).toEqual(pixels);
    expect((await renderScene({ svg, post: { ...post, seed: 10 } })).pixels).not.toEqual(pixels);
  });

  it('exposes and warms', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1" fill="#646464"/></svg>';
    const { pixels } = await renderScene({ svg, post: { exposure: 1.1, warmth: 1.25, blur: 0, noise: 0, seed: 1 } });
    expect([...pixels]).toEqual([138, 110, 88]); // 100 * 1.1 * 1.25 = 137.5, 110, 100 * 1.1 / 1.25
  });
});

describe('encodePng', () => {
  it('keeps every pixel and tells nothing else', async () => {
    const picture = await renderScene(first(32));
    const png = encodePng(picture);
    expect(decode(png).data).toEqual(picture.pixels);
    expect(chunkNames(png)).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
  });
});

function spread(values: Uint8Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function chunkNames(png: Uint8Array): Set<string> {
  const names = new Set<string>();
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
    names.add(String.fromCharCode(...png.subarray(at + 4, at + 8)));
  }
  return names;
}
