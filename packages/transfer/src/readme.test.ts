import '@tensorflow/tfjs-backend-cpu';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';
import { createBase } from './bases/create-base.ts';
import { saveWeights } from './weights/save-weights.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));
const home = process.cwd();
const folder = mkdtempSync(path.join(tmpdir(), 'transfer-readme-'));

/** The files that the blocks read: in the user's cache, and where they stand. */
beforeAll(async () => {
  vi.stubEnv('ANIMALS_CACHE', path.join(folder, 'cache'));
  process.chdir(folder);
  for (const made of ['cache/weights', 'by-hand', 'net-of-tfjs']) mkdirSync(made, { recursive: true });
  const base = createBase('MobileNet', { alpha: 0.25, size: [32, 32], seed: 3 });
  writeFileSync('cache/weights/mobilenet_0.25_224.safetensors', await saveWeights(base.model));
  copyFileSync('cache/weights/mobilenet_0.25_224.safetensors', 'by-hand/mobilenet_0.25_224.safetensors');
  base.dispose();
  for (const [name, fixture] of Object.entries({ h5: 'keras2.h5', 'weights.h5': 'keras3.weights.h5' }))
    copyFileSync(path.join(import.meta.dirname, 'formats/fixtures', fixture), `net.${name}`);
  copyFileSync(path.join(import.meta.dirname, 'formats/fixtures/keras3.keras'), 'net.keras');
  copyFileSync(path.join(import.meta.dirname, 'formats/fixtures/int8.tflite'), 'net.tflite');
  const weights = [{ name: 'a/kernel', shape: [2], dtype: 'float32' }];
  writeFileSync('net-of-tfjs/model.json', JSON.stringify({ weightsManifest: [{ paths: ['a.bin'], weights }] }));
  writeFileSync('net-of-tfjs/a.bin', new Uint8Array(8));
});
afterAll(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    expect(await run('load-base.ts')).toEqual([',256 Apache-2.0 nothing 71']);
    expect(await run('base.ts')).toEqual(['mobilenetv2_0.35_124 410208 ,1280']);
    expect(await run('weights.ts')).toEqual(['name 135 0']);
    expect(await run('keras.ts')).toEqual([expect.stringMatching(/^name 135 sha256:[0-9a-f]{64}$/)]);
    expect(await run('formats.ts')).toEqual([
      'net.h5: 10 tensors, the first [3,3,3,4]',
      'net.weights.h5: 10 tensors, the first [4]',
      'net.keras: 10 tensors, the first [4]',
      'net.tflite: 6 tensors, the first [3,3,3,4]',
      'net-of-tfjs: 1 tensors, the first [2]',
    ]);
    expect(await run('fetch.ts')).toEqual([
      'vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5 https: 6d6bbae143d832006294945121d1f1fc CC-BY-4.0 0.713',
      'nothing',
      'DataError true',
    ]);
    expect(await run('features.ts')).toEqual(['40 pictures, 256 features each']);
    expect(await run('cache.ts')).toEqual(['40', '40']);
    // What a worker needs to run sources, which it takes over from this process.
    const { execArgv } = process;
    process.execArgv = ['--conditions=@animals/source', '--import', import.meta.resolve('tsx')];
    expect(await run('workers.ts')).toEqual(['40 pictures, 256 features each']);
    process.execArgv = execArgv;
    expect(await run('onnx.ts')).toEqual(['852 kB']);
    expect(await run('fastest.ts')).toEqual([expect.stringMatching(/^(tfjs|onnxruntime) .*onnxruntime.* 40$/)]);
    expect(await run('heads.ts')).toEqual([
      expect.stringMatching(/^l2 = 1\d*, inner accuracy (0\.[6789]\d*|1)$/),
      expect.stringMatching(/^\d+ of 10$/),
      expect.stringMatching(/^\d+ of 10$/),
      expect.stringMatching(/^\d+ of 10$/),
    ]);
    expect(await run('fine-tune.ts')).toEqual(['3 epochs of the head, 1 of both; 8 x 2']);
    expect(await run('names.ts')).toEqual(['tiger n02129604 0.9', 'tiger_cat n02123159 0.1']);
    expect(count).toBe(15);
  }, 120_000);
});
