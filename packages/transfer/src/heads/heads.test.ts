import { ArgumentError, createRng, logisticRegression } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { turns, wave } from '../testing/wave.ts';
import { createRowSpace } from './create-row-space.ts';
import { linearProbe } from './linear-probe.ts';
import { nearestNeighbours } from './nearest-neighbours.ts';

const [known, others] = [wave(12, 30), wave(3, 30, 5)];

describe('linearProbe', () => {
  // scikit-learn 1.9: make_pipeline(StandardScaler(), LogisticRegression(C=0.1, tol=1e-12, max_iter=10000))
  it.each([
    [2, [0.32781818, 0.67218182, 0.17897737, 0.82102263, 0.41669954, 0.58330046]],
    [3, [0.12335212, 0.33390878, 0.5427391, 0.25308576, 0.63691719, 0.109997, 0.14399454, 0.06783259, 0.78817287]],
  ])('gives what scikit-learn gives, with more features than samples and %i classes', (classes, expected) => {
    const probe = linearProbe(known, turns(12, classes), { l2: 10 });
    expect(probe.predictProbability(others).data).toBeAllClose(expected, { rtol: 1e-6 });
    expect(probe).toMatchObject({ classes, l2: 10, scores: [] });
  });

  it('is the plain regression where samples outnumber features', () => {
    const tall = wave(40, 6);
    const plain = logisticRegression(tall, turns(40, 2), { l2: 3, standardise: true });
    const probe = linearProbe(tall, turns(40, 2), { l2: 3 });
    expect(probe.predictProbability(wave(5, 6, 2)).data).toBeAllClose(plain.predictProbability(wave(5, 6, 2)).data);
  });

  it('takes the penalty that holds best on held-out samples: a strong one for noise, a weak one for a clear case', () => {
    const rng = createRng(4);
    const labels = turns(60, 2);
    const clear = labels.map((y) => [y * 4 + rng.normal(), rng.normal(), rng.normal()]);
    const noise = labels.map(() => Array.from({ length: 90 }, () => rng.normal()));
    const [weak, strong] = [clear, noise].map((features) => linearProbe(features, labels));
    expect(strong?.l2).toBeGreaterThan(weak?.l2 as number);
    expect(weak?.scores.map(({ l2 }) => l2)).toEqual([10_000, 1000, 100, 10, 1]);
    const best = weak?.scores.find(({ l2 }) => l2 === weak.l2);
    expect(best?.logLoss).toBe(Math.min(...(weak?.scores.map(({ logLoss }) => logLoss) ?? [])));
    expect(best?.accuracy).toBeGreaterThan(0.9);
    expect(linearProbe(clear, labels, { seed: 0 }).scores).toEqual(weak?.scores);
    expect(linearProbe(clear, labels, { seed: 1 }).scores).not.toEqual(weak?.scores);
  });

  it('refuses what does not fit', () => {
    expect(() => linearProbe(known, turns(11, 2))).toThrow('one class a sample, 12, got 11');
    expect(() => linearProbe(known, new Array(12).fill(0))).toThrow('two classes or more');
    expect(() =>
      linearProbe(
        known,
        turns(12, 2).map((y) => y * 2),
      ),
    ).toThrow(ArgumentError);
    expect(() =>
      linearProbe(
        known,
        turns(12, 2).map((y) => y - 0.5),
      ),
    ).toThrow('whole numbers from 0');
    for (const l2 of [0, -1, Number.NaN, []]) expect(() => linearProbe(known, turns(12, 2), { l2 })).toThrow(/l2 must/);
    expect(() => linearProbe(known, turns(12, 2), { signal: AbortSignal.abort(new Error('enough')) })).toThrow(
      'enough',
    );
    expect(() => linearProbe(known, turns(12, 2), { l2: 1 }).predict(wave(2, 29))).toThrow(/features/);
  });
});

describe('createRowSpace', () => {
  it('keeps inner products, those with rows outside the space too, and drops dependent rows', () => {
    const rows = [
      ...Array.from({ length: 4 }, (_, i) => known.data.subarray(i * 30, (i + 1) * 30)),
      known.data.subarray(0, 30),
    ];
    const matrix = { data: Float64Array.from(rows.flatMap((row) => [...row])), rows: 5, columns: 30 };
    const space = createRowSpace(matrix);
    const projected = space.project(others);
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
    for (let i = 0; i < 5; i++) {
      const own = space.rows.data.subarray(i * 5, (i + 1) * 5);
      expect(own[4]).toBe(0);
      for (let j = 0; j < 3; j++) {
        const expected = dot(rows[i] as Float64Array, others.data.subarray(j * 30, (j + 1) * 30));
        expect(dot(own, projected.data.subarray(j * 5, (j + 1) * 5))).toBeCloseTo(expected, 10);
      }
    }
  });
});

describe('nearestNeighbours', () => {
  // scikit-learn 1.9: KNeighborsClassifier(5, metric=..., algorithm='brute').predict_proba
  it.each([
    ['cosine', [0.2, 0.2, 0.6, 0.4, 0.6, 0, 0.2, 0.2, 0.6], [2, 1, 2]],
    ['euclidean', [0.4, 0.2, 0.4, 0.4, 0.6, 0, 0.4, 0.2, 0.4], [0, 1, 0]],
  ] as const)('votes as scikit-learn does: %s', (metric, expected, classes) => {
    const head = nearestNeighbours(known, turns(12, 3), { metric });
    expect(head.predictProbability(others).data).toBeAllClose(expected);
    expect([...head.predict(others)]).toEqual(classes);
  });

  it('knows its own samples, and refuses what does not fit', () => {
    expect([...nearestNeighbours(known, turns(12, 2), { k: 1 }).predict(known)]).toEqual(turns(12, 2));
    for (const k of [0, 13, 1.5])
      expect(() => nearestNeighbours(known, turns(12, 2), { k })).toThrow('1 to the 12 samples');
    expect(() => nearestNeighbours(known, turns(12, 2), { metric: 'manhattan' as 'cosine' })).toThrow('got manhattan');
    expect(() => nearestNeighbours(known, turns(12, 2)).predict(wave(2, 29))).toThrow('30 columns');
    expect(() => nearestNeighbours([[1, 2], [3]], [0, 1])).toThrow('rows of one length');
  });
});
