import { ArgumentError, type ImageSet } from '@animals/core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { batches } from './batches.ts';
import { toTensor } from './to-tensor.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const images: ImageSet = {
  pixels: Uint8Array.from({ length: 5 * 2 * 1 * 3 }, (_, i) => i * 8),
  count: 5,
  height: 2,
  width: 1,
  channels: 3,
  labels: Uint8Array.of(0, 1, 0, 1, 2),
  classes: ['x', 'y', 'z'],
  ids: NAMES,
  groups: NAMES,
  sourceIds: NAMES,
};

describe('toTensor', () => {
  it('gives floats from 0 to 1 in the order asked for', async () => {
    await expectNoLeak(async () => {
      const tensor = toTensor(images, [2, 0]);
      expect(tensor.shape).toEqual([2, 2, 1, 3]);
      const expected = [96, 104, 112, 120, 128, 136, 0, 8, 16, 24, 32, 40].map((value) => Math.fround(value / 255));
      expect(Array.from(await tensor.data())).toEqual(expected);
      tensor.dispose();
    });
  });

  it('refuses indices of no picture', () => {
    for (const indices of [[], [5], [-1], [0.5], [Number.NaN]]) {
      expect(() => toTensor(images, indices)).toThrow(ArgumentError);
    }
  });
});

describe('batches', () => {
  it('covers the indices in order, the last batch smaller', async () => {
    await expectNoLeak(async () => {
      const seen = [];
      for (const { xs, ys, indices } of batches(images, { indices: [4, 3, 1], batchSize: 2 })) {
        expect(xs.shape).toEqual([indices.length, 2, 1, 3]);
        expect(ys.shape).toEqual([indices.length, 1]);
        expect((await xs.data())[0]).toBe(Math.fround(((indices[0] as number) * 48) / 255));
        seen.push(...Array.from(await ys.data()), '|', ...indices, ';');
        xs.dispose();
        ys.dispose();
      }
      expect(seen).toEqual([2, 1, '|', 4, 3, ';', 1, '|', 1, ';']);
    });
  });

  it('takes every picture in order when no indices are given', async () => {
    await expectNoLeak(() => {
      const [batch, ...rest] = [...batches(images)];
      expect(rest).toEqual([]);
      expect(Array.from(batch?.indices ?? [])).toEqual([0, 1, 2, 3, 4]);
      batch?.xs.dispose();
      batch?.ys.dispose();
    });
  });

  it('leaves nothing behind when left early', async () => {
    await expectNoLeak(() => {
      for (const { xs, ys } of batches(images, { batchSize: 1 })) {
        xs.dispose();
        ys.dispose();
        break;
      }
    });
  });

  it('refuses bad arguments at the call', () => {
    for (const batchSize of [0, 1.5, Number.NaN]) expect(() => batches(images, { batchSize })).toThrow(ArgumentError);
    expect(() => batches(images, { indices: [9] })).toThrow('from 0 to 4, got 9 at 0');
    expect(() => batches(images, { indices: [] })).toThrow(ArgumentError);
  });
});
