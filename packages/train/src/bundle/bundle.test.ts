import '@tensorflow/tfjs-backend-cpu';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ArgumentError, DataError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, type SymbolicTensor, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { branchedModel, recurrentModel } from '../testing/models.ts';
import { withFolder } from '../testing/temporary-folder.ts';
import { tinyModel } from '../testing/tiny.ts';
import { SeededDropout } from '../weights/seeded-dropout.ts';
import { loadBundle as loadInBrowser } from './browser/load-bundle.ts';
import { saveBundle as saveInBrowser } from './browser/save-bundle.ts';
import type { BundleMeta } from './bundle.ts';
import { layerWeights } from './layer-weights.ts';
import { loadBundle } from './node/load-bundle.ts';
import { saveBundle } from './node/save-bundle.ts';

const META: BundleMeta = {
  classes: ['no fox', 'fox'],
  preprocessing: { orientation: 'ignore', divisor: 127.5, mean: [1] },
  threshold: 0.4,
  temperature: 1.5,
  fingerprint: 'sha256:abc',
  versions: { mine: '1.2.3' },
};

/** A model's outputs for an input of arbitrary numbers. */
async function outputs(model: LayersModel): Promise<number[]> {
  const [{ shape: symbolic }] = model.inputs as [SymbolicTensor];
  const shape = symbolic.map((size) => size ?? 2);
  const size = shape.reduce((a, b) => a * b, 1);
  const out = tf.tidy(
    () =>
      model.apply(
        tf.tensor(
          Float32Array.from({ length: size }, (_, i) => i % 4),
          shape,
        ),
      ) as tf.Tensor,
  );
  const values = [...(await out.data())];
  out.dispose();
  return values;
}

async function bytesOf(model: LayersModel, meta?: BundleMeta): Promise<Uint8Array<ArrayBuffer>> {
  const taken: Uint8Array<ArrayBuffer>[] = [];
  await saveBundle(model, (bytes) => void taken.push(bytes), meta);
  return taken[0] as Uint8Array<ArrayBuffer>;
}

describe('saveBundle and loadBundle', () => {
  it.each([
    ['sequential', () => tinyModel()],
    ['functional', () => branchedModel()],
    ['recurrent', () => recurrentModel()],
  ])('bring a %s model back bit by bit, and leave no tensor', async (_, make) => {
    await expectNoLeak(async () => {
      const model = make();
      const { model: loaded } = await loadBundle(await bytesOf(model));
      expect(await outputs(loaded)).toEqual(await outputs(model));
      expect(loaded.layers.map((layer) => layer.name)).toEqual(model.layers.map((layer) => layer.name));
      // Not `model.dispose`, which forgets layers that are used twice.
      for (const weight of [...layerWeights(model), ...layerWeights(loaded)]) weight.dispose();
    });
  });

  it('keep what is said of the model, and give equal bytes for equal bundles', async () => {
    const model = tinyModel();
    const bytes = await bytesOf(model, META);
    const bundle = await loadBundle(bytes);
    expect(bundle).toMatchObject({
      ...{ classes: META.classes, threshold: 0.4, temperature: 1.5, fingerprint: 'sha256:abc' },
      preprocessing: {
        ...{ size: [8, 8], colour: 'rgb', resize: 'bilinear', fit: 'fill', orientation: 'ignore' },
        ...{ divisor: 127.5, mean: [1], sd: [1] },
      },
      versions: { mine: '1.2.3', '@tensorflow/tfjs-layers': expect.stringMatching(/^4\./) },
    });
    expect(await bytesOf(bundle.model, META)).toEqual(bytes);
    expect(bundle.model.layers.some((layer) => layer instanceof SeededDropout && layer.rate === 0.3)).toBe(true);
    model.dispose();
    bundle.model.dispose();
  });

  it('know a folder, its header, one file, a Blob, bytes in the middle of a buffer, and a file address', async () => {
    await withFolder(async (folder) => {
      const model = tinyModel();
      const expected = await outputs(model);
      const file = path.join(folder, 'deep', 'fox.bundle');
      await saveBundle(model, file, META);
      await saveBundle(model, path.join(folder, 'fox'), META);
      const bytes = readFileSync(file);
      const shifted = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3);
      const places = [file, path.join(folder, 'fox'), path.join(folder, 'fox', 'bundle.json'), pathToFileURL(file)];
      for (const source of [...places, bytes, shifted, new Uint8Array(bytes).buffer, new Blob([bytes])]) {
        const { model: loaded, classes } = await loadBundle(source);
        expect([await outputs(loaded), classes]).toEqual([expected, META.classes]);
        loaded.dispose();
      }
      model.dispose();
    });
  });

  it('replace a bundle in its folder, and leave nothing of the old one', async () => {
    await withFolder(async (folder) => {
      const models = [tinyModel(), tinyModel({ seed: 9 })];
      for (const model of models) await saveBundle(model, folder);
      expect(readdirSync(folder).sort()).toEqual(['bundle.json', expect.stringMatching(/^weights-[0-9a-f]{16}\.bin$/)]);
      const { model: loaded } = await loadBundle(folder);
      expect(await outputs(loaded)).toEqual(await outputs(models[1] as LayersModel));
      for (const model of [...models, loaded]) model.dispose();
    });
  });

  it('work by address, in browsers too, where there is no folder to write to', async () => {
    await withFolder(async (folder) => {
      const model = tinyModel();
      await saveBundle(model, path.join(folder, 'fox'));
      await saveBundle(model, path.join(folder, 'fox.bundle'));
      writeFileSync(path.join(folder, 'page.html'), '<html>');
      const server = createServer(({ url = '' }, response) => {
        try {
          response.end(readFileSync(path.join(folder, url)));
        } catch {
          response.writeHead(404).end();
        }
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      try {
        for (const load of [loadBundle, loadInBrowser]) {
          for (const place of ['/fox.bundle', '/fox/', '/fox/bundle.json']) {
            const { model: loaded } = await load(new URL(base + place));
            expect(await outputs(loaded)).toEqual(await outputs(model));
            loaded.dispose();
          }
          await expect(load(`${base}/none.bundle`)).rejects.toThrow(
            'none.bundle: cannot be fetched: the server answered 404',
          );
          await expect(load(`${base}/page.html`)).rejects.toThrow('is not a model bundle');
        }
      } finally {
        server.close();
      }
      await expect(loadBundle(`${base}/fox/`)).rejects.toThrow('cannot be fetched');
      await expect(saveInBrowser(model, 'fox')).rejects.toThrow('must be a function in a browser');
      model.dispose();
    });
  });

  it('refuse what cannot be saved, before anything is written', async () => {
    await withFolder(async (folder) => {
      const model = tinyModel();
      const refused: [unknown, string][] = [
        [{ classes: ['one'] }, 'classes'],
        [{ classes: ['a', 'a'] }, 'classes'],
        [{ threshold: 2 }, 'threshold'],
        [{ temperature: 0 }, 'temperature'],
        [{ preprocessing: { size: [9, 8] } }, 'preprocessing'],
        [{ preprocessing: { colour: 'grey' } }, 'preprocessing'],
        [{ preprocessing: { resize: 'magic' } }, 'resize'],
        [{ preprocessing: { sd: [0] } }, 'sd'],
      ];
      for (const [meta, parameter] of refused) {
        const error = await saveBundle(model, folder, meta as BundleMeta).catch((thrown: unknown) => thrown);
        expect(ArgumentError.isInstance(error) && error.parameter, JSON.stringify(meta)).toBe(parameter);
      }
      await expect(saveBundle(sequential(), folder)).rejects.toThrow('model must be built');
      await expect(saveBundle(model, '')).rejects.toThrow('target must be a path');
      expect(readdirSync(folder)).toEqual([]);
      writeFileSync(path.join(folder, 'file'), '');
      await expect(saveBundle(model, path.join(folder, 'file'))).rejects.toSatisfy(DataError.isInstance);
      model.dispose();
    });
  });
});
