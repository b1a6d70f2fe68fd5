import '@tensorflow/tfjs-backend-cpu';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ArgumentError, DataError } from '@animals/core';
import { loadImages, type PixelOptions, scanFolder } from '@animals/data';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import type { Bundle, BundleMeta } from '../bundle/bundle.ts';
import { loadBundle } from '../bundle/node/load-bundle.ts';
import { saveBundle } from '../bundle/node/save-bundle.ts';
import type { Preprocessing } from '../bundle/preprocessing.ts';
import { predictProbabilities } from '../predict-probabilities.ts';
import { pngBytes } from '../testing/png-bytes.ts';
import { withFolder } from '../testing/temporary-folder.ts';
import { tinyImages, tinyModel } from '../testing/tiny.ts';
import { predict } from './node/predict.ts';
import type { PredictSource } from './picture.ts';
import type { PredictPicturesOptions } from './predict-options.ts';
import type { Prediction } from './prediction.ts';

const images = tinyImages(6);

/** Picture `i` of the set as a PNG. */
function png(i: number): Uint8Array {
  const { width, height, pixels } = images;
  const size = width * height * 3;
  return pngBytes({ width, height, pixels: pixels.subarray(i * size, (i + 1) * size) });
}

async function withBundle(
  work: (bundle: Bundle) => Promise<void>,
  meta: BundleMeta = { classes: ['no', 'yes'] },
): Promise<void> {
  const model = tinyModel();
  const taken: Uint8Array[] = [];
  await saveBundle(model, (bytes) => void taken.push(bytes), meta);
  model.dispose();
  const bundle = await loadBundle(taken[0] as Uint8Array);
  await work(bundle).finally(() => bundle.model.dispose());
}

async function all(bundle: Bundle, source: PredictSource, options?: PredictPicturesOptions): Promise<Prediction[]> {
  const list: Prediction[] = [];
  for await (const prediction of predict(bundle, source, options)) list.push(prediction);
  return list;
}

describe('predict', () => {
  it('says the same of an image set as the model itself, whatever the batches', async () => {
    await expectNoLeak(() =>
      withBundle(async (bundle) => {
        const expected = await predictProbabilities(bundle.model, images);
        for (const batchSize of [1, 4, 32]) {
          const list = await all(bundle, images, { batchSize });
          expect(list.map(({ id }) => id)).toEqual(images.ids);
          expect(list.map(({ probabilities }) => probabilities[1] as number)).toBeAllClose([...expected], {
            rtol: 1e-6,
          });
          for (const { label, classIndex, probability, probabilities } of list) {
            expect(classIndex).toBe(Number((probabilities[1] as number) > 0.5));
            expect([label, probability]).toEqual([['no', 'yes'][classIndex], probabilities[classIndex]]);
            expect((probabilities[0] as number) + (probabilities[1] as number)).toBe(1);
          }
        }
      }),
    );
  });

  it('says the same of bytes, Blobs, named bytes, paths, folders, lists and streams of them', async () => {
    await withFolder((folder) =>
      withBundle(async (bundle) => {
        mkdirSync(path.join(folder, 'b'));
        const files = ['a.png', 'b/1.PNG', 'b/2.jpeg', 'c.png'].map((name) => path.join(folder, name));
        for (const [i, file] of files.entries()) writeFileSync(file, png(i));
        for (const other of ['.hidden.png', 'b/readme.txt']) writeFileSync(path.join(folder, other), 'x');
        symlinkSync('/etc', path.join(folder, 'link'));
        const expected = (await all(bundle, images)).map(({ probability }) => probability);
        const found = await all(bundle, folder, { batchSize: 3 });
        expect(found.map(({ id }) => id)).toEqual(files);
        expect(found.map(({ probability }) => probability)).toEqual(expected.slice(0, 4));
        async function* stream() {
          yield png(0);
          yield new Blob([new Uint8Array(png(1))]);
          yield { id: 'late', bytes: async () => png(2) };
          yield new File([new Uint8Array(png(3))], 'dropped.png');
          yield path.join(folder, 'b');
          yield images;
        }
        const streamed = await all(bundle, stream());
        expect(streamed.slice(0, 4).map(({ id }) => id)).toEqual(['picture', 'picture', 'late', 'dropped.png']);
        const order = [0, 1, 2, 3, 1, 2, ...images.ids.keys()];
        expect(streamed.map(({ probability }) => probability)).toEqual(order.map((i) => expected[i]));
        expect((await all(bundle, [png(4), files[2] as string])).map(({ probability }) => probability)).toEqual([
          expected[4],
          expected[2],
        ]);
        expect((await all(bundle, png(5)))[0]?.probability).toBe(expected[5]);
      }),
    );
  });

  it('goes on after bad files, tells of them in their turn, or ends at the first', async () => {
    await expectNoLeak(() =>
      withBundle(async (bundle) => {
        const source = [png(0), { id: 'torn.png', bytes: png(1).subarray(0, 60) }, png(2), '/nowhere.png'];
        const seen: string[] = [];
        const onBadFile = ({ path: file, reason }: { path: string; reason: string }) =>
          void seen.push(`${file}: ${reason}`);
        const generator = predict(bundle, source.slice(0, 3), { onBadFile });
        expect((await generator.next()).value?.id).toBe('picture');
        expect(seen).toEqual([]);
        expect((await generator.next()).value?.id).toBe('picture');
        expect(seen).toEqual([expect.stringMatching(/^torn\.png: is truncated/)]);
        expect((await generator.next()).done).toBe(true);
        expect(await all(bundle, source.slice(0, 3), { onBadFile: 'skip', batchSize: 1 })).toHaveLength(2);
        const error = await all(bundle, source).catch((thrown: unknown) => thrown);
        expect(DataError.isInstance(error)).toBe(true);
        await expect(all(bundle, [])).resolves.toEqual([]);
      }),
    );
  });

  it('leaves no tensor when the loop is left early or aborted', async () => {
    await withBundle(async (bundle) => {
      await expectNoLeak(async () => {
        for await (const _ of predict(bundle, images, { batchSize: 2 })) break;
        const controller = new AbortController();
        const generator = predict(bundle, images, { batchSize: 2, signal: controller.signal });
        await generator.next();
        await generator.next();
        controller.abort(new Error('enough'));
        await expect(generator.next()).rejects.toThrow('enough');
      });
    });
  });

  it('decides by the threshold, and softens by the temperature', async () => {
    await withBundle(async (bundle) => {
      const plain = await all(bundle, images);
      const never = await all(bundle, images, { threshold: 1 });
      expect(never.every(({ label }) => label === 'no')).toBe(true);
      expect((await all({ ...bundle, threshold: 0 }, images)).every(({ label }) => label === 'yes')).toBe(true);
      const soft = await all({ ...bundle, temperature: 2 }, images);
      const logit = (p: number) => Math.log(p / (1 - p));
      expect(soft.map(({ probabilities }) => logit(probabilities[1] as number))).toBeAllClose(
        plain.map(({ probabilities }) => logit(probabilities[1] as number) / 2),
        { rtol: 1e-4, atol: 1e-5 },
      );
    });
  });

  it('knows several classes, softmax and grey inputs', async () => {
    const model = sequential({
      layers: [layers.flatten({ inputShape: [2, 2, 1] }), layers.dense({ units: 3, activation: 'softmax' })],
    });
    tf.tidy(() =>
      model.setWeights([tf.tensor2d([1, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [4, 3]), tf.tensor1d([0, 0.5, 0.2])]),
    );
    const taken: Uint8Array[] = [];
    const preprocessing = { divisor: 100, mean: [1], sd: [0.5] };
    await saveBundle(model, (bytes) => void taken.push(bytes), { classes: ['a', 'b', 'c'], preprocessing });
    const bundle = await loadBundle(taken[0] as Uint8Array);
    const pixels = Uint8Array.of(10, 200, 90, ...new Array<number>(9).fill(7));
    // Image.fromarray(np.uint8([[[10, 200, 90]]])).convert('L').getpixel((0, 0)) is 131.
    const x = (131 / 100 - 1) / 0.5;
    const exps = [x, 0.5, 0.2 - x].map(Math.exp);
    for (const temperature of [1, 3]) {
      const scaled = exps.map((e) => e ** (1 / temperature));
      const sum = scaled.reduce((a, b) => a + b);
      const [only] = await all({ ...bundle, temperature }, pngBytes({ width: 2, height: 2, pixels }));
      expect(only).toMatchObject({ id: 'picture', label: 'a', classIndex: 0 });
      expect([...(only?.probabilities ?? [])]).toBeAllClose(
        scaled.map((e) => e / sum),
        { rtol: 1e-5 },
      );
    }
    expect(() => predict(bundle, pixels, { threshold: 0.5 })).toThrow('threshold needs a bundle of two classes, got 3');
    model.dispose();
    bundle.model.dispose();
  });

  it('swaps channels, centres and scales each as Keras does for its bases', async () => {
    const model = sequential({
      layers: [layers.flatten({ inputShape: [1, 1, 3] }), layers.activation({ activation: 'linear' })],
    });
    const values = async (preprocessing: BundleMeta['preprocessing']) => {
      const taken: Uint8Array[] = [];
      const meta = { classes: ['a', 'b', 'c'], ...(preprocessing && { preprocessing }) };
      await saveBundle(model, (bytes) => void taken.push(bytes), meta);
      const bundle = await loadBundle(taken[0] as Uint8Array);
      const error = await all(bundle, pngBytes({ width: 1, height: 1, pixels: Uint8Array.of(200, 100, 50) })).then(
        ([only]) => only?.probabilities,
        (thrown: Error) => thrown.message,
      );
      bundle.model.dispose();
      return error;
    };
    expect(await values(undefined)).toEqual([200 / 255, 100 / 255, 50 / 255].map(Math.fround));
    expect(await values({ colour: 'bgr', divisor: 1000 })).toEqual([0.05, 0.1, 0.2].map(Math.fround));
    const centred = await values({ divisor: 1000, mean: [-0.1, -0.2, 0], sd: [1, 2, 0.5] });
    expect(centred).toEqual([(0.2 + 0.1) / 1, (0.1 + 0.2) / 2, 0.05 / 0.5].map(Math.fround));
    expect(await values({ divisor: 1 })).toContain('ends in a sigmoid or a softmax, got the output 200');
    model.dispose();
  });

  it.each<[string, Omit<PixelOptions, 'size'>]>([
    ['plainly', {}],
    ['in grey, cut to shape', { channels: 1, resize: 'area', fit: 'crop' }],
    ['with borders, by a filter of Pillow', { resize: 'pil-bicubic', fit: 'pad', background: [9, 99, 199] }],
    ['laid over a colour', { alpha: [1, 2, 3], orientation: 'ignore' }],
  ])('prepares pictures as loadImages does, %s', async (_, { channels, ...options }) => {
    await withFolder(async (folder) => {
      const big = tinyImages(4, { side: 20 });
      for (let i = 0; i < 4; i++) {
        const pixels = big.pixels.subarray(i * 1200, i * 1200 + 1200);
        mkdirSync(path.join(folder, `class${i % 2}`), { recursive: true });
        writeFileSync(path.join(folder, `class${i % 2}`, `${i}.png`), pngBytes({ width: 25, height: 16, pixels }));
      }
      const colours = channels === 1 ? 1 : 3;
      const loaded = await loadImages(await scanFolder(folder), {
        size: [8, 8],
        ...options,
        ...(channels && { channels }),
      });
      const model = sequential({
        layers: [layers.flatten({ inputShape: [8, 8, colours] }), layers.dense({ units: 1, activation: 'sigmoid' })],
      });
      const expected = await predictProbabilities(model, loaded);
      const taken: Uint8Array[] = [];
      await saveBundle(model, (bytes) => void taken.push(bytes), {
        ...{ classes: loaded.classes, preprocessing: options as Partial<Preprocessing> },
      });
      const bundle = await loadBundle(taken[0] as Uint8Array);
      const found = (await all(bundle, folder)).map(({ probabilities }) => probabilities[1] as number);
      expect(found).toEqual(Array.from([0, 1, 2, 3], (i) => expected[i]));
      model.dispose();
      bundle.model.dispose();
    });
  });

  it('refuses bundles and options that cannot work, at the call', async () => {
    await withBundle(async (bundle) => {
      const refused: [Bundle, PredictPicturesOptions, string][] = [
        [{ ...bundle, classes: [] }, {}, 'must name its classes'],
        [{ ...bundle, preprocessing: null }, {}, 'must hold a model that takes pictures'],
        [bundle, { batchSize: 0 }, 'batchSize must be'],
        [bundle, { threshold: 1.5 }, 'threshold must be'],
      ];
      for (const [changed, options, message] of refused) {
        expect(() => predict(changed, images, options)).toThrow(message);
        expect(() => predict(changed, images, options)).toThrow(ArgumentError);
      }
      await expect(all(bundle, { wrong: 1 } as unknown as PredictSource)).rejects.toThrow('source must be');
      await expect(all(bundle, '/nowhere')).rejects.toThrow('/nowhere: does not exist');
    });
  });
});
