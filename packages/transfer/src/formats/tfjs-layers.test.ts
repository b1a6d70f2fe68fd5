import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { realWeights } from '../../../../tools/src/testing/index.ts';
import { readWeights } from './read-weights.ts';
import { readTfjsLayers } from './tfjs-layers.ts';

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const manifest = (weights: unknown[], paths = ['a.bin']) =>
  json({ modelTopology: {}, weightsManifest: [{ paths, weights }] });
const shards = (bytes: Uint8Array) => async () => bytes;

describe('readTfjsLayers', () => {
  it('reads weights over shard borders, and groups in order', async () => {
    const values = new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer);
    const model = json({
      weightsManifest: [
        { paths: ['1', '2'], weights: [{ name: 'a/kernel', shape: [3], dtype: 'float32' }] },
        { paths: ['3'], weights: [{ name: 'b/bias', shape: [], dtype: 'float32' }] },
      ],
    });
    const parts: Record<string, Uint8Array> = {
      1: values.subarray(0, 5),
      2: values.subarray(5, 12),
      3: values.subarray(12),
    };
    expect(await readTfjsLayers(model, async (name) => parts[name] as Uint8Array)).toEqual([
      { name: 'a/kernel', shape: [3], dtype: 'float32', data: Float32Array.of(1, 2, 3) },
      { name: 'b/bias', shape: [], dtype: 'float32', data: Float32Array.of(4) },
    ]);
  });

  it('expands what was quantised', async () => {
    const quantised = (dtype: string, more = {}) => ({
      name: 'w',
      shape: [2],
      dtype: 'float32',
      quantization: { dtype, ...more },
    });
    const read = async (spec: object, bytes: number[]) =>
      (await readTfjsLayers(manifest([spec]), shards(Uint8Array.from(bytes))))[0]?.data;
    expect(await read(quantised('uint8', { scale: 0.5, min: -1 }), [0, 255])).toEqual(Float32Array.of(-1, 126.5));
    expect(await read(quantised('uint16', { scale: 2, min: 1 }), [1, 0, 0, 1])).toEqual(Float32Array.of(3, 513));
    expect(await read(quantised('float16'), [0x00, 0x3c, 0x00, 0xc1])).toEqual(Float32Array.of(1, -2.5));
    expect(await read({ name: 'w', shape: [1], dtype: 'int32' }, [254, 255, 255, 255])).toEqual(Int32Array.of(-2));
  });

  it('refuses shards outside the folder, of the wrong length, and what is no manifest', async () => {
    const spec = { name: 'a/kernel', shape: [2], dtype: 'float32' };
    for (const shard of ['../a.bin', '/a.bin', 'x/../../a', 'https://a/b', 'C:\\a', '']) {
      await expect(readTfjsLayers(manifest([spec], [shard]), shards(new Uint8Array(8)))).rejects.toThrow(
        'is not beside it',
      );
    }
    await expect(readTfjsLayers(manifest([spec]), shards(new Uint8Array(7)))).rejects.toThrow(
      'end within the weight a/kernel',
    );
    await expect(readTfjsLayers(manifest([spec]), shards(new Uint8Array(9)))).rejects.toThrow(
      'hold 9 bytes, its weights 8',
    );
    for (const model of [json({}), json({ weightsManifest: [{}] }), json(null), new TextEncoder().encode('{')]) {
      await expect(readTfjsLayers(model, shards(new Uint8Array(8)))).rejects.toThrow(DataError);
    }
    await expect(readTfjsLayers(manifest([{ ...spec, dtype: 'string' }]), shards(new Uint8Array(8)))).rejects.toThrow(
      'of type string',
    );
  });

  it.skipIf(!realWeights)('reads a real model, when ANIMALS_WEIGHTS is set', async () => {
    const folder = path.join(realWeights as string, 'mobilenet_v2_0.35_224');
    const weights = await readWeights({
      bytes: await readFile(path.join(folder, 'model.json')),
      path: 'model.json',
      readBeside: (name) => readFile(path.join(folder, name)),
    });
    expect(weights).toHaveLength(263);
    const base = weights.filter(({ name }) => !name.startsWith('dense_'));
    expect(base.reduce((sum, { data }) => sum + data.length, 0)).toBe(410_208);
  });
});
