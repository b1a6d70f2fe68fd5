import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracy } from '../metrics/accuracy.ts';
import { logLoss } from '../metrics/log-loss.ts';
import { precisionRecall } from '../metrics/precision-recall.ts';
import { applyTemperature } from './apply-temperature.ts';
import { chooseThreshold, type ThresholdGoal } from './choose-threshold.ts';
import { fitTemperature } from './fit-temperature.ts';
import { reliabilityDiagram } from './reliability-diagram.ts';

const y = [0, 0, 1, 1, 0, 1, 1, 0];
const s = [0.1, 0.4, 0.35, 0.8, 0.4, 0.9, 0.6, 0.6];
const rows = [0.7, 0.2, 0.1, 0.1, 0.5, 0.4, 0.2, 0.3, 0.5, 0.6, 0.3, 0.1, 0.3, 0.4, 0.3, 0.05, 0.05, 0.9];
const truth = [0, 1, 1, 0, 2, 2];

const samples = fc
  .array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 8 })), { minLength: 2, maxLength: 30 })
  .map((pairs) => ({ labels: pairs.map(([label]) => label), probabilities: pairs.map(([, score]) => score / 8) }))
  .filter(({ labels }) => new Set(labels).size === 2);

/** What a goal makes of a threshold, by the plain metrics. */
function measure(labels: number[], probabilities: number[], threshold: number, goal: ThresholdGoal): number {
  const recall = precisionRecall(labels, probabilities, { threshold }).recall;
  const right = accuracy(labels, probabilities, { threshold }) * labels.length;
  const positives = labels.filter(Boolean).length;
  const specificity = (right - recall * positives) / (labels.length - positives);
  if (goal === 'accuracy') return right / labels.length;
  if (goal === 'f1') return precisionRecall(labels, probabilities, { threshold }).f1;
  if (goal === 'balancedAccuracy') return (recall + specificity) / 2;
  if (goal === 'youden') return recall + specificity - 1;
  const misses = (1 - recall) * positives * goal.falseNegative;
  return -(misses + (1 - specificity) * (labels.length - positives) * goal.falsePositive) / labels.length;
}

/** Mean negative log-likelihood of logits at a temperature. */
function logLossAt(labels: number[], z: number[], temperature: number): number {
  const terms = z.map((value, i) => Math.log1p(Math.exp((labels[i] === 1 ? -value : value) / temperature)));
  return terms.reduce((a, b) => a + b) / terms.length;
}

describe('chooseThreshold', () => {
  it('lies half way between probabilities, nearest to 0.5 of equally good ones', () => {
    expect(chooseThreshold([0, 1], [0.2, 0.6])).toEqual({ threshold: 0.4, score: 1 });
    // Right 6 of 8 above 0.6, between 0.4 and 0.6.
    expect(chooseThreshold(y, s)).toEqual({ threshold: 0.5, score: 0.75 });
    expect(chooseThreshold(y, s, { goal: { falsePositive: 0, falseNegative: 1 } }).score).toBe(0);
    expect(chooseThreshold(y, s, { goal: { falsePositive: 1, falseNegative: 0 } }).threshold).toBeCloseTo(0.7, 12);
  });

  it.each<[ThresholdGoal]>([
    ['accuracy'],
    ['f1'],
    ['balancedAccuracy'],
    ['youden'],
    [{ falsePositive: 1, falseNegative: 3 }],
  ])('reaches for %j what it says, and no threshold reaches more', (goal) => {
    fc.assert(
      fc.property(samples, ({ labels, probabilities }) => {
        const { threshold, score } = chooseThreshold(labels, probabilities, { goal });
        const reached = measure(labels, probabilities, threshold, goal);
        expect(reached).toBeCloseTo(typeof goal === 'string' ? score : -score, 10);
        for (let other = 0; other <= 1; other += 1 / 16) {
          expect(measure(labels, probabilities, other, goal)).toBeLessThanOrEqual(reached + 1e-10);
        }
      }),
    );
  });

  it('refuses one class, scores that are no probabilities, and costs below 0', () => {
    expect(() => chooseThreshold([1], [0.5])).toThrow('both classes');
    expect(() => chooseThreshold([0, 1], [-3, 4])).toThrow('must be in [0, 1]');
    expect(() => chooseThreshold(y, s, { goal: { falsePositive: -1, falseNegative: 1 } })).toThrow('finite costs');
    expect(() => chooseThreshold(y, s, { goal: 'gini' as 'f1' })).toThrow('goal must be');
  });
});

describe('fitTemperature', () => {
  it('finds what scipy finds, for one output and several', () => {
    // r = minimize_scalar(lambda b: np.mean(np.logaddexp(0, b * z) - y * b * z), bounds=(.01, 100), method='bounded',
    //     options={'xatol': 1e-13}); 1 / r.x, nll(1), r.fun
    const z = [3, -2, 1.5, 4, -5, 2, -1, -0.5];
    const one = fitTemperature([1, 0, 0, 1, 0, 1, 1, 0], z);
    expect(one.temperature).toBeCloseTo(1.4647489, 6);
    expect([one.before, one.after]).toBeAllClose([0.4770075749684621, 0.4538854113807175], { rtol: 1e-12 });
    // The same of 3 * log(rows), by the likelihood of a softmax
    const several = fitTemperature(
      truth,
      rows.map((p) => 3 * Math.log(p)),
      { outputs: 3 },
    );
    expect(several.temperature).toBeCloseTo(1.4783019, 6);
    expect([several.before, several.after]).toBeAllClose([0.6368380775548977, 0.6060837180998484], { rtol: 1e-12 });
  });

  it('never makes the likelihood worse, and leaves nothing more to be gained', () => {
    const logits = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.double({ min: -8, max: 8, noNaN: true })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(logits, (pairs) => {
        const [labels, z] = [pairs.map(([label]) => label), pairs.map(([, value]) => value)];
        const { temperature, before, after } = fitTemperature(labels, z);
        expect(after).toBeLessThanOrEqual(before + 1e-12);
        expect(temperature).toBeGreaterThanOrEqual(0.0099);
        expect(temperature).toBeLessThanOrEqual(100.1);
        for (const other of [0.01, 0.1, 0.5, 2, 9, 90]) {
          expect(after).toBeLessThanOrEqual(logLossAt(labels, z, other) + 1e-9);
        }
      }),
    );
  });

  it('goes with applyTemperature', () => {
    const z = [3, -2, 1.5, 4, -5, 2, -1, -0.5];
    const labels = [1, 0, 0, 1, 0, 1, 1, 0];
    const { temperature, after } = fitTemperature(labels, z);
    expect(logLoss(labels, applyTemperature(z, temperature))).toBeCloseTo(after, 6);
    const wide = rows.map((p) => 3 * Math.log(p));
    const fitted = fitTemperature(truth, wide, { outputs: 3 });
    const softened = applyTemperature(wide, fitted.temperature, { outputs: 3 });
    expect(logLoss(truth, softened, { outputs: 3 })).toBeCloseTo(fitted.after, 6);
    expect(() => applyTemperature(z, 0)).toThrow('temperature must be positive');
    expect(() => fitTemperature([0, 1], [1, Number.POSITIVE_INFINITY])).toThrow('logits must be finite');
  });
});

describe('reliabilityDiagram', () => {
  it('has the bins of scikit-learn, and its Brier score', () => {
    // calibration_curve(y, s, n_bins=5), brier_score_loss(y, s)
    const { bins, ece, mce, brier } = reliabilityDiagram(y, s, { bins: 5 });
    expect(bins.map(({ count }) => count)).toEqual([1, 3, 2, 1, 1]);
    expect(bins.map(({ frequency }) => frequency as number)).toBeAllClose([0, 1 / 3, 0.5, 1, 1]);
    expect(bins.map(({ confidence }) => confidence as number)).toBeAllClose([0.1, 0.3833333333333333, 0.6, 0.8, 0.9]);
    expect(ece).toBeCloseTo((0.1 + 3 * 0.05 + 2 * 0.1 + 0.2 + 0.1) / 8, 12);
    expect(mce).toBeCloseTo(0.2, 12);
    expect(brier).toBeCloseTo(0.16531250000000003, 12);
  });

  it('judges the predicted class of several', () => {
    // calibration_curve(rows.argmax(1) == truth, rows.max(1), n_bins=5), brier_score_loss(truth, rows)
    const { bins, brier } = reliabilityDiagram(truth, rows, { outputs: 3, bins: 5 });
    expect(bins[0]).toEqual({ from: 0, to: 0.2, count: 0, confidence: null, frequency: null });
    expect(bins.slice(1).map(({ frequency }) => frequency as number)).toBeAllClose([0, 2 / 3, 1, 1]);
    expect(bins.slice(1).map(({ confidence }) => confidence as number)).toBeAllClose([
      0.4, 0.5333333333333333, 0.7, 0.9,
    ]);
    expect(brier).toBeCloseTo(0.3925, 12);
  });

  it('counts every sample once, 0 and 1 too', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 30 }), ({ labels, probabilities }, bins) => {
        const diagram = reliabilityDiagram(labels, probabilities, { bins });
        expect(diagram.bins.reduce((sum, { count }) => sum + count, 0)).toBe(labels.length);
        expect(diagram.ece).toBeLessThanOrEqual(diagram.mce + 1e-12);
      }),
    );
  });

  it('refuses numbers that are no probabilities', () => {
    expect(() => reliabilityDiagram([0, 1], [0.5, 1.5])).toThrow('must be in [0, 1], got 1.5');
    expect(() => reliabilityDiagram(y, s, { bins: 0 })).toThrow('bins must be an integer from 1');
  });
});
