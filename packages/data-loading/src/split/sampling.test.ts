import { ArgumentError, type ImageSet } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { channelStatistics } from '../statistics/channel-statistics.ts';
import { balancedIndices } from './balanced-indices.ts';
import { classWeights } from './class-weights.ts';
import { weightedIndices } from './weighted-indices.ts';

const LABELS = [0, 0, 0, 0, 0, 0, 1, 1, 2];

describe('classWeights', () => {
  it('gives what scikit-learn gives', () => {
    // compute_class_weight('balanced', classes=np.array([0, 1, 2]), y=[0, 0, 0, 0, 0, 0, 1, 1, 2])
    expect(Array.from(classWeights(LABELS))).toEqual([0.5, 1.5, 3]);
    const sum = LABELS.reduce((total, label) => total + (classWeights(LABELS)[label] as number), 0);
    expect(sum).toBeCloseTo(LABELS.length, 12);
  });

  it('refuses classes without a sample and labels that are none', () => {
    expect(() => classWeights([0, 2])).toThrow('got none of class 1');
    expect(() => classWeights([0, 1], 3)).toThrow('got none of class 2');
    expect(() => classWeights([0, 5], 2)).toThrow('got 5 at 1');
    expect(() => classWeights([])).toThrow(ArgumentError);
    expect(() => classWeights([0.5])).toThrow(ArgumentError);
  });
});

describe('balancedIndices', () => {
  it('draws every class equally often, and every sample of a class before one again', () => {
    const drawn = balancedIndices(LABELS, { count: 30, seed: 4 });
    const perClass = [0, 1, 2].map((label) => drawn.filter((i) => LABELS[i] === label).length);
    expect(perClass).toEqual([10, 10, 10]);
    const perSample = LABELS.map((_, i) => drawn.filter((each) => each === i).length);
    expect(perSample.slice(0, 6).every((count) => count === 1 || count === 2)).toBe(true);
    expect(perSample.slice(6)).toEqual([5, 5, 10]);
    expect(balancedIndices(LABELS)).toHaveLength(9);
  });

  it('depends on seed and epoch only', () => {
    const first = balancedIndices(LABELS, { seed: 1 });
    expect(balancedIndices(LABELS, { seed: 1 })).toEqual(first);
    expect(balancedIndices(LABELS, { seed: 1, epoch: 1 })).not.toEqual(first);
    expect(balancedIndices(LABELS, { seed: 2 })).not.toEqual(first);
    expect(() => balancedIndices(LABELS, { count: 0 })).toThrow(ArgumentError);
  });
});

describe('weightedIndices', () => {
  it('draws as often as the weights say, and never what weighs nothing', () => {
    const drawn = weightedIndices([1, 0, 3], { count: 4000, seed: 9 });
    const counts = [0, 1, 2].map((i) => drawn.filter((each) => each === i).length);
    expect(counts[1]).toBe(0);
    // Three standard deviations.
    expect(Math.abs((counts[0] as number) - 1000)).toBeLessThan(83);
    expect(weightedIndices([1, 0, 3], { count: 4000, seed: 9 })).toEqual(drawn);
    expect(weightedIndices([1, 0, 3], { count: 4000, seed: 9, epoch: 2 })).not.toEqual(drawn);
  });

  it('refuses weights that break a rule', () => {
    for (const weights of [[], [0, 0], [1, -1], [Number.NaN], [Number.POSITIVE_INFINITY]]) {
      expect(() => weightedIndices(weights, { count: 1 }), String(weights)).toThrow(ArgumentError);
    }
  });
});

describe('channelStatistics', () => {
  const images = { pixels: Uint8Array.of(0, 255, 51, 255, 102, 0, 7, 9), count: 4, height: 1, width: 1, channels: 2 };

  it('measures the pictures named, and no others', () => {
    const { mean, std } = channelStatistics(images as unknown as ImageSet, [0, 1, 2]);
    // np.array([[0, 255], [51, 255], [102, 0]]) / 255: mean(0), std(0)
    expect(mean).toBeAllClose([0.2, 2 / 3], { atol: 1e-15, rtol: 0 });
    expect(std).toBeAllClose([0.16329931618554522, 0.4714045207910317], { atol: 1e-12, rtol: 0 });
  });

  it('refuses no picture, and one that is not there', () => {
    expect(() => channelStatistics(images as unknown as ImageSet, [])).toThrow(ArgumentError);
    expect(() => channelStatistics(images as unknown as ImageSet, [4])).toThrow('from 0 to 3, got 4');
  });
});
