import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataError } from '@animals/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchWeights } from './fetch-weights.ts';
import { readWeightsFile } from './read-weights-file.ts';

let server: Server;
let url: string;
let requests = 0;
let cache: string;

beforeAll(async () => {
  const bytes = await readFile(new URL('../formats/fixtures/keras2.h5', import.meta.url));
  server = createServer((_, response) => {
    requests++;
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/weights.h5`;
  cache = await mkdtemp(path.join(tmpdir(), 'weights-'));
});
afterAll(async () => {
  server.close();
  await rm(cache, { recursive: true, force: true });
});

describe('fetchWeights', () => {
  it('downloads once, and says that nothing vouches for a file without a published hash', async () => {
    const first = await fetchWeights('MobileNetV2', { cache, url });
    expect(first).toMatchObject({ checkedBy: 'nothing', entry: { base: 'MobileNetV2', md5: null } });
    expect(await readWeightsFile(first.file)).toHaveLength(10);
    const before = requests;
    expect(await fetchWeights('MobileNetV2', { cache, url })).toEqual(first);
    expect(requests).toBe(before);
  });

  it('refuses a download that is not what Keras publishes, and keeps nothing', async () => {
    await expect(fetchWeights('VGG19', { cache, url })).rejects.toThrow('80134624 were expected');
    await expect(fetchWeights('ResNet50V2', { cache, url, top: true })).rejects.toThrow(
      '3ef43a0b657b3be2300d5770ece849e0',
    );
    await expect(fetchWeights('VGG19', { cache, download: false })).rejects.toThrow('is not there');
  });

  it('refuses a file under the published name whose hash is another', async () => {
    const file = path.join(cache, 'resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5');
    await writeFile(file, 'something else');
    await expect(fetchWeights('ResNet50', { cache })).rejects.toThrow(
      /is not the file that Keras publishes: its md5 is/,
    );
  });

  it('names URL, size, hash and place when it must not download', async () => {
    const refused = fetchWeights('VGG16', { cache, download: false });
    await expect(refused).rejects.toBeInstanceOf(DataError);
    await expect(refused).rejects.toThrow(
      `${path.join(cache, 'vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5')}: is not there: put the weights of VGG16 there, from https://storage.googleapis.com/tensorflow/keras-applications/vgg16/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5 (58.9 MB, md5 6d6bbae143d832006294945121d1f1fc)`,
    );
  });

  it('finds what was put into a folder by hand, a tfjs-layers model too', async () => {
    const folder = path.join(cache, 'by-hand');
    await mkdir(path.join(folder, 'mobilenet_v2_0.35_224'), { recursive: true });
    await writeFile(path.join(folder, 'mobilenet_v2_0.35_224', 'model.json'), '{}');
    await writeFile(path.join(folder, 'vgg19_notop.safetensors'), '');
    const options = { folders: [folder], cache, download: false };
    expect((await fetchWeights('MobileNetV2', { ...options, alpha: 0.35, size: [124, 124] })).file).toBe(
      path.join(folder, 'mobilenet_v2_0.35_224'),
    );
    expect((await fetchWeights('VGG19', options)).file).toBe(path.join(folder, 'vgg19_notop.safetensors'));
  });
});
