import { describe, expect, it } from 'vitest';
import { embeddingQuality } from '../quality/embedding-quality.ts';
import { digits } from '../testing/digits.ts';
import { createTsne } from './create-tsne.ts';
import { tsne } from './tsne.ts';

/** Sixty points of no particular place. */
const start = Array.from({ length: 60 }, (_, i) => [
  Math.cos(3 * i) * 1e-2 * (1 + (i % 7)),
  Math.sin(5 * i) * 1e-2 * (1 + (i % 5)),
]);

describe("tsne beside scikit-learn's", () => {
  it.each(['wasm', 'plain'] as const)('has its divergence and takes its first twenty steps: %s', async (kernels) => {
    // y0 = np.array([[np.cos(3*i)*1e-2*(1+i%7), np.sin(5*i)*1e-2*(1+i%5)] for i in range(60)]).astype(np.float32)
    // P = _joint_probabilities(pairwise_distances(load_digits().data[:60], squared=True), 12.0, 0), scikit-learn 1.9.1
    // _kl_divergence(y0.ravel(), P, 1, 60, 2)
    // _gradient_descent(_kl_divergence, y0.ravel(), 0, 20, n_iter_check=50, momentum=0.5, learning_rate=5.0,
    //                   args=[P * 12, 1, 60, 2])
    const run = await createTsne(digits(60), {
      preset: 'sklearn',
      learningRate: 5,
      perplexity: 12,
      init: start,
      kernels,
    });
    expect(run.kl()).toBeCloseTo(1.5573870429444423, 5);
    for (let i = 0; i < 20; i++) run.step();
    const { data } = run.embedding();
    const expected = [0.0044613513, 0.012409713, 0.0035655708, 0.012663211, 0.0033670359, 0.0066651357];
    expected.forEach((value, i) => {
      expect((data[i] as number) / value).toBeCloseTo(1, 3);
    });
    expect(Math.hypot(...data) / 0.10900606).toBeCloseTo(1, 3);
  });

  it.each([
    // m = TSNE(random_state=0).fit(load_digits().data), scikit-learn 1.9.1: m.kl_divergence_,
    // trustworthiness(load_digits().data, m.embedding_, n_neighbors=5)
    ['barnes-hut', 1797, 0.7540057897567749, 0.9949815122589571],
    // The same of load_digits().data[:600] with method='exact'
    ['exact', 600, 0.3824728273855472, 0.9952145270270271],
  ] as const)('ends as well: %s, %i digits', async (method, samples, kl, trust) => {
    const xs = digits(samples);
    const ours = await tsne(xs, { method });
    expect(ours.kl).toBeLessThan(kl + 0.02);
    expect(ours.kl).toBeGreaterThan(kl - 0.05);
    const { scores } = await embeddingQuality(xs, ours.embedding, { k: 5, pairsOf: 3 });
    expect(scores.trustworthiness).toBeGreaterThan(trust - 0.005);
  });

  it.each(['sklearn', 'opentsne', 'fitsne'] as const)('ends as well by the rules of %s', async (preset) => {
    const ours = await tsne(digits(), { preset });
    expect(ours.kl).toBeLessThan(0.7540057897567749 + 0.02);
    expect(ours.iterations).toBe(preset === 'sklearn' ? 1000 : 750);
  });
});
