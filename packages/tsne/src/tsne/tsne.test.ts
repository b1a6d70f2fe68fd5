import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { ArgumentError, createRng } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestNeighbours } from '../neighbours/nearest-neighbours.ts';
import { digits } from '../testing/digits.ts';
import { createTsne } from './create-tsne.ts';
import { restoreTsne } from './restore-tsne.ts';
import { tsne } from './tsne.ts';
import type { TsneOptions, TsneProgress } from './tsne-options.ts';

const few = digits(150);
const quick = { iterations: 60, earlyIterations: 25 } as const;

/** Share of points whose nearest point has the same label. */
function agreement({ data, columns }: { data: Float32Array; columns: number }, labels: Uint8Array): number {
  let agreeing = 0;
  for (let i = 0; i < labels.length; i++) {
    let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
    for (let j = 0; j < labels.length; j++) {
      let square = 0;
      for (let d = 0; d < columns; d++) square += (data[i * columns + d]! - data[j * columns + d]!) ** 2;
      if (j !== i && square < least) [nearest, least] = [j, square];
    }
    if (labels[i] === labels[nearest]) agreeing++;
  }
  return agreeing / labels.length;
}

describe('tsne', () => {
  it.each([
    [{}],
    [{ dims: 3 }],
    [{ method: 'barnes-hut' }],
    [{ method: 'barnes-hut', dims: 3 }],
    [{ kernels: 'plain' }],
    [{ kernels: 'plain', method: 'barnes-hut' }],
    [{ metric: 'cosine' }],
    [{ perplexity: [5, 30] }],
    [{ degreesOfFreedom: 0.5 }],
    [{ init: 'random', seed: 3 }],
    [{ exaggeration: 2 }],
  ] satisfies [TsneOptions][])('brings equal digits together: %o', async (options) => {
    const { embedding, kl } = await tsne(few, { ...options, iterations: 400, earlyIterations: 150 });
    const begun = await createTsne(few, options);
    expect(agreement(embedding, few.labels)).toBeGreaterThan(0.85);
    expect(kl).toBeLessThan(0.6 * begun.kl());
  });

  it('is createTsne and all its steps', async () => {
    const easy = await tsne(few, quick);
    const run = await createTsne(few, quick);
    const steps: number[] = [];
    while (!run.ended) steps.push(run.step().iteration);
    expect(steps).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(run.embedding()).toEqual(easy.embedding);
    expect(run.kl()).toBe(easy.kl);
    const looped = await createTsne(few, quick);
    const phases: string[] = [];
    for await (const { phase } of looped) phases.push(phase);
    expect(looped.embedding()).toEqual(easy.embedding);
    expect(phases.filter((phase) => phase === 'early')).toHaveLength(25);
    expect(easy).toMatchObject({ iterations: 60, ended: 'iterations' });
  });

  it('reports the divergence every fifty steps and at the last', async () => {
    const run = await createTsne(few, quick);
    const seen: Record<number, number> = {};
    for await (const { iteration, kl } of run) if (kl !== undefined) seen[iteration] = kl;
    expect(Object.keys(seen)).toEqual(['50', '60']);
    expect(Math.abs((seen[60] as number) - run.kl())).toBeLessThan(0.05);
  });

  it.each(['exact', 'barnes-hut'] as const)('goes on from a state to the same bits: %s', async (method) => {
    const resumes = fc.asyncProperty(
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom('standard' as const, 'sklearn' as const),
      async (at, preset) => {
        const whole = await tsne(few, { ...quick, method, preset });
        const run = await createTsne(few, { ...quick, method, preset });
        for (let i = 0; i < at; i++) run.step();
        const state = structuredClone(run.state());
        run.step();
        const resumed = await restoreTsne(state);
        while (!resumed.ended) resumed.step();
        expect(resumed.embedding()).toEqual(whole.embedding);
        expect(resumed.kl()).toBe(whole.kl);
      },
    );
    await fc.assert(resumes, { numRuns: 6, seed: 1 });
  });

  it('refuses a state that is none', async () => {
    const { state } = await createTsne(few, quick);
    await expect(restoreTsne({ ...state(), version: 2 } as never)).rejects.toThrow(ArgumentError);
    await expect(restoreTsne({ ...state(), gains: new Float32Array(3) })).rejects.toThrow(ArgumentError);
    await expect(restoreTsne({} as never)).rejects.toThrow(ArgumentError);
  });

  it('has the same bits in a fresh process and with more threads, others with another seed', async () => {
    const options = { ...quick, method: 'barnes-hut', init: 'random' } as const;
    const hash = ({ data }: { data: Float32Array }) =>
      createHash('sha256').update(new Uint8Array(data.buffer)).digest('hex');
    const here = hash((await tsne(few, options)).embedding);
    expect(hash((await tsne(few, { ...options, threads: 3 })).embedding)).toBe(here);
    expect(hash((await tsne(few, { ...options, seed: 1 })).embedding)).not.toBe(here);
    const program = `
      import { createHash } from 'node:crypto';
      import { tsne } from ${JSON.stringify(new URL('./tsne.ts', import.meta.url).href)};
      import { digits } from ${JSON.stringify(new URL('../testing/digits.ts', import.meta.url).href)};
      const { embedding } = await tsne(digits(150), ${JSON.stringify(options)});
      console.log(createHash('sha256').update(new Uint8Array(embedding.data.buffer)).digest('hex'));`;
    const command = ['--conditions=@animals/source', '--import', 'tsx', '--input-type=module', '--eval', program];
    expect(execFileSync(process.execPath, command, { encoding: 'utf8' }).trim()).toBe(here);
  });

  it('is nearly the same in TypeScript as in WebAssembly', async () => {
    const run = await createTsne(few, quick);
    const plain = await createTsne(few, { ...quick, kernels: 'plain' });
    expect([run.kernels, plain.kernels]).toEqual(['wasm', 'plain']);
    for (let i = 0; i < 15; i++) expect(run.step().gradientNorm / plain.step().gradientNorm).toBeCloseTo(1, 3);
  });

  it('takes distances and neighbours in place of samples', async () => {
    const { data, rows, columns } = few;
    const distance = (i: number, j: number) =>
      Math.sqrt(
        data.subarray(i * columns, (i + 1) * columns).reduce((sum, v, c) => sum + (v - data[j * columns + c]!) ** 2, 0),
      );
    const distances = Array.from({ length: rows }, (_, i) => Array.from({ length: rows }, (_, j) => distance(i, j)));
    const options = { ...quick, init: 'random' } as const;
    const expected = await tsne(few, options);
    const precomputed = await tsne(distances, { ...options, metric: 'precomputed' });
    expect(precomputed.kl).toBeCloseTo(expected.kl, 1);
    const graph = await nearestNeighbours(few, { k: 90 });
    const sparse = await tsne(few, { ...options, method: 'barnes-hut' });
    expect((await tsne(graph, options)).embedding).toEqual(sparse.embedding);
    expect((await tsne(few, { ...options, neighbours: graph })).embedding).toEqual(sparse.embedding);
  });

  it('takes samples that are equal, that do not vary, and features that do not', async () => {
    const rng = createRng(0);
    const doubled = Array.from({ length: 40 }, (_, i) => [i >> 1, (i >> 1) ** 2 % 7]);
    const flat = Array.from({ length: 40 }, () => [1, 2, 3]);
    const padded = Array.from({ length: 40 }, () => [rng.normal(), 5, rng.normal()]);
    const line = Array.from({ length: 40 }, (_, i) => [i]);
    for (const xs of [doubled, flat, padded, line]) {
      const { embedding, kl } = await tsne(xs, { ...quick, method: 'barnes-hut' });
      expect(embedding.data.every(Number.isFinite) && Number.isFinite(kl)).toBe(true);
    }
    const together = (await tsne(doubled, quick)).embedding.data;
    for (let i = 0; i < 20; i++) {
      expect(
        Math.hypot(together[4 * i]! - together[4 * i + 2]!, together[4 * i + 1]! - together[4 * i + 3]!),
      ).toBeLessThan(1);
    }
  });

  it('tells how far it is, and lets others work', async () => {
    const seen: TsneProgress[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await tsne(digits(1500), { iterations: 500, onProgress: (progress) => seen.push(progress) });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
    expect(seen.at(-1)).toEqual({ label: 'iterations', done: 500, total: 500, secondsLeft: 0 });
    expect(seen.every(({ secondsLeft, done, total }) => secondsLeft >= 0 && done <= total)).toBe(true);
  });

  it('ends with the reason of its signal', async () => {
    await expect(tsne(few, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    const controller = new AbortController();
    const run = await createTsne(few, { signal: controller.signal });
    const loop = async () => {
      for await (const { iteration } of run) if (iteration === 5) controller.abort(new Error('enough'));
    };
    await expect(loop()).rejects.toThrow('enough');
    expect(run.iteration).toBe(5);
  });

  it('stops where scikit-learn stops', async () => {
    const even = Array.from({ length: 40 }, () => [0, 0]);
    const { ended, iterations } = await tsne(even, { preset: 'sklearn', init: even, perplexity: 5 });
    expect([ended, iterations]).toEqual(['flat', 100]);
    const run = await createTsne(few, { ...quick, preset: 'sklearn' });
    while (!run.ended) run.step();
    expect(() => run.step()).toThrow(/has ended/);
  });

  it.each([
    ['three samples', [[1], [2], [3]], {}, 'xs', /at least 4 samples, got 3/],
    ['NaN', [[1], [Number.NaN], [3], [4]], {}, 'xs', /got NaN at sample 1/],
    ['a perplexity of all', few, { perplexity: 149 }, 'perplexity', /below 149.*got 149; at most 49 is usual/],
    ['a perplexity of one', few, { perplexity: 1 }, 'perplexity', /above 1/],
    ['no perplexity', few, { perplexity: [] }, 'perplexity', /got none/],
    ['four dimensions', few, { dims: 4 }, 'dims', /2 or 3, got 4/],
    ['another method', few, { method: 'fft' }, 'method', /'auto', 'exact' or 'barnes-hut', got fft/],
    ['another preset', few, { preset: 'toString' }, 'preset', /one of standard.*got toString/],
    ['a wide angle', few, { theta: 1.5 }, 'theta', /\[0, 1\], got 1.5/],
    ['no freedom', few, { degreesOfFreedom: 0 }, 'degreesOfFreedom', /\(0, 1000\], got 0/],
    ['no iterations', few, { iterations: 0 }, 'iterations', /at least 1, got 0/],
    ['early beyond all', few, { iterations: 9, earlyIterations: 10 }, 'earlyIterations', /at most iterations, 9/],
    ['a rate of zero', few, { learningRate: 0 }, 'learningRate', /got 0/],
    ['a start of another size', few, { init: [[1, 2]] }, 'init', /150 points of 2 coordinates, got 1 of 2/],
    ['an unknown start', few, { init: 'spectral' }, 'init', /'pca', 'random' or coordinates, got 'spectral'/],
    ['no square of distances', few, { metric: 'precomputed', init: 'random' }, 'xs', /square/],
    [
      'components of distances',
      [
        [0, 1],
        [1, 0],
      ],
      { metric: 'precomputed', init: 'pca' },
      'xs',
      /at least 4/,
    ],
    ['a bad seed', few, { seed: -1 }, 'seed', /seed/],
  ])('refuses %s', async (_, xs, options, parameter, message) => {
    const refusal = await tsne(xs as never, options as never).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ArgumentError);
    expect(refusal).toMatchObject({ parameter, message: expect.stringMatching(message) });
  });

  it('refuses neighbours that are broken, too few, or given twice', async () => {
    const graph = await nearestNeighbours(few, { k: 10 });
    await expect(tsne(graph, { perplexity: 10 })).rejects.toThrow(/below the number of neighbours of a sample, 10/);
    await expect(tsne(graph, { metric: 'cosine', perplexity: 3 })).rejects.toThrow(/no effect on neighbours/);
    const broken = { ...graph, distances: graph.distances.map((d, e) => (e === 3 ? -1 : d)) };
    await expect(tsne(broken, { perplexity: 3 })).rejects.toThrow(/at least 0 and ascending/);
    await expect(tsne(graph, { perplexity: 3, init: 'pca' })).rejects.toThrow(/needs samples with features/);
  });
});
