import { ArgumentError, createRng, type Manifest } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realData } from '../../../../tools/src/testing/index.ts';
import { findDuplicates } from '../audit/find-duplicates.ts';
import { findNearDuplicates } from '../node/find-near-duplicates.ts';
import { loadImages } from '../node/load-images.ts';
import { scanFolder } from '../node/scan-folder.ts';
import { readFrom } from '../scan/read-from.ts';
import { scanFiles } from '../scan/scan-files.ts';
import { splitManifest } from '../split/split-manifest.ts';
import { pngOf } from '../testing/png-of.ts';
import { closePairs } from './close-pairs.ts';
import { differenceHashes } from './difference-hashes.ts';
import { groupDuplicates } from './group-duplicates.ts';

/** A grey PNG of 36 x 32 pixels: a smooth random scene, brightened. */
function scene(seed: number, brighter = 0): Uint8Array<ArrayBuffer> {
  const rng = createRng(seed);
  const [a, b, c, d] = [rng.uniform(1, 6), rng.uniform(1, 6), rng.uniform(0, 6), rng.uniform(0, 6)];
  const rows = new Uint8Array(32 * 37);
  for (let y = 0; y < 32; y++) {
    for (let x = 0; x < 36; x++) {
      const value = 110 + 50 * Math.sin((a * x) / 9 + c) + 50 * Math.cos((b * y) / 8 + (d * x) / 18);
      rows[y * 37 + 1 + x] = Math.round(value) + brighter;
    }
  }
  return pngOf({ width: 36, height: 32 }, rows);
}

const FILES = new Map([
  ['a/1.png', scene(1)],
  ['a/2.png', scene(2)],
  ['a/3.png', scene(1, 20)],
  ['b/1.png', scene(3)],
  ['b/2.png', scene(2, 9)],
  ['b/3.png', scene(3)],
]);

describe('findNearDuplicates', () => {
  it('finds pictures that look alike, and says which are equal files and which stand under two labels', async () => {
    const manifest = await scanFiles(FILES);
    expect(await findNearDuplicates(manifest, { read: readFrom(FILES) })).toEqual({
      pairs: [
        { ids: ['a/1.png', 'a/3.png'], distance: expect.any(Number), exact: false, acrossClasses: false },
        { ids: ['a/2.png', 'b/2.png'], distance: expect.any(Number), exact: false, acrossClasses: true },
        { ids: ['b/1.png', 'b/3.png'], distance: 0, exact: true, acrossClasses: false },
      ],
      near: 2,
      acrossClasses: 1,
      skipped: [],
    });
    await expect(findNearDuplicates(manifest, { maxDistance: 65 })).rejects.toThrow(ArgumentError);
  });

  it('gives groups that keep them on one side of a split', async () => {
    const manifest = await scanFiles(FILES);
    const { pairs } = await findNearDuplicates(manifest, { read: readFrom(FILES) });
    const groups = groupDuplicates(manifest, pairs);
    const [a1, a2, a3, b1, b2, b3] = groups;
    expect([a3, b2, b3]).toEqual([a1, a2, b1]);
    expect(new Set(groups).size).toBe(3);
    const chain = [{ ids: ['a/2.png', 'a/1.png'] }, { ids: ['b/1.png', 'a/2.png'] }] as const;
    expect(new Set(groupDuplicates(manifest, [...pairs, ...chain])).size).toBe(1);
    expect(() => groupDuplicates(manifest, [{ ids: ['a/1.png', 'x'] }])).toThrow(ArgumentError);
    const split = splitManifest(manifest, { fractions: { train: 0.5, test: 0.5 }, by: 'exact', groups, seed: 1 });
    for (const part of Object.values(split)) expect(part.length % 2).toBe(0);
  });

  it.skipIf(!realData)('finds what is twice in the real pictures', { timeout: 120_000 }, async () => {
    const manifest = await scanFolder(realData as string);
    const { exact, groups, acrossClasses } = findDuplicates(manifest);
    expect([exact, groups.length, acrossClasses, groups.flat().length]).toEqual([70, 66, 66, 136]);
    const { pairs } = await findNearDuplicates(manifest);
    // Pillow: np.asarray(Image.open(f).convert('L').resize((9, 8), Image.LANCZOS)); p[:, 1:] > p[:, :-1]; pairs within 4
    const tigers = pairs.filter(({ ids }) => ids.every((id) => id.startsWith('tiger/')));
    expect(tigers).toEqual([
      { ids: ['tiger/516.jpg', 'tiger/542.jpg'], distance: 2, exact: false, acrossClasses: false },
    ]);
    expect(pairs.filter(({ exact: equal }) => equal).every(({ acrossClasses: across }) => across)).toBe(true);
    const tiger: Manifest = {
      ...manifest,
      records: manifest.records.filter(({ id }) => id === 'tiger/501.jpg'),
      classes: ['tiger'],
    };
    const image = await loadImages(tiger, { size: [8, 9], channels: 1, resize: 'pil-lanczos' });
    // The same for tiger/501.jpg: 0xf480ac8c0c0c8cb4
    expect(differenceHashes(image)).toEqual({ high: Uint32Array.of(0xf480ac8c), low: Uint32Array.of(0x0c0c8cb4) });
  });
});

describe('differenceHashes', () => {
  it('compares neighbours, the upper left ones first', () => {
    const pixels = new Uint8Array(72).fill(5);
    pixels[1] = 6;
    pixels[71] = 9;
    const hashes = differenceHashes({ pixels, count: 1, height: 8, width: 9, channels: 1 });
    expect(hashes).toEqual({ high: Uint32Array.of(0x80000000), low: Uint32Array.of(1) });
    expect(() => differenceHashes({ pixels, count: 1, height: 9, width: 8, channels: 1 })).toThrow(ArgumentError);
  });
});

describe('closePairs', () => {
  it('finds what comparing every pair finds', () => {
    const word = fc.constantFrom(0, 1, 3, 0x80000000, 0xf0f0f0f0, 0xf0f0f0f1, 0xffffffff, 0x12345678);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 30 }), fc.nat(12), (words, maxDistance) => {
        const hashes = {
          high: Uint32Array.from(words, ([high]) => high),
          low: Uint32Array.from(words, ([, low]) => low),
        };
        const wanted = words.flatMap(([h, l], a) =>
          words.flatMap(([h2, l2], b) => {
            const bits = [...((h ^ h2) >>> 0).toString(2), ...((l ^ l2) >>> 0).toString(2)];
            const distance = bits.filter((bit) => bit === '1').length;
            return a < b && distance <= maxDistance ? [{ a, b, distance }] : [];
          }),
        );
        expect(closePairs(hashes, maxDistance)).toEqual(wanted);
      }),
    );
  });

  it('is quick for 10,000 hashes', () => {
    const rng = createRng(5);
    const high = Uint32Array.from({ length: 10_000 }, () => rng.uint32());
    const low = Uint32Array.from({ length: 10_000 }, () => rng.uint32());
    [high[9_999], low[9_999]] = [(high[17] as number) ^ 5, (low[17] as number) ^ 0x80000001];
    const before = process.cpuUsage();
    expect(closePairs({ high, low }, 4)).toEqual([{ a: 17, b: 9_999, distance: 4 }]);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(2);
  });
});
