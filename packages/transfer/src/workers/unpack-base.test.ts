import '@tensorflow/tfjs-backend-cpu';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ArgumentError, DataError } from '@animals/core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { type Base, createBase } from '../bases/create-base.ts';
import { foldBatchNorm } from '../folding/fold-batch-norm.ts';
import { saveWeights } from '../weights/save-weights.ts';
import { packBase } from './pack-base.ts';
import { unpackBase } from './unpack-base.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unpack-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function expectSame(base: Base): Promise<void> {
  await expectNoLeak(async () => {
    const again = await unpackBase(structuredClone(await packBase(base, path.join(folder, 'weights'))));
    expect({ ...again, model: 0, dispose: 0 }).toEqual({ ...base, model: 0, dispose: 0 });
    expect(again.model.outputShape).toEqual(base.model.outputShape);
    expect(Buffer.compare(await saveWeights(again.model), await saveWeights(base.model))).toBe(0);
    again.dispose();
  });
}

describe('unpackBase', () => {
  it('builds a base again from what packBase gave: pooled, with a top, without, and folded', async () => {
    for (const options of [{ pooling: 'max' }, { pooling: 'none' }, { top: true, classes: 3 }] as const) {
      const base = createBase('MobileNet', { size: [32, 40], alpha: 0.25, seed: 3, ...options });
      const folded = foldBatchNorm(base);
      await expectSame(base);
      await expectSame(folded);
      base.dispose();
      folded.dispose();
    }
  });

  it('refuses a base that was changed and a file that was, and leaves no tensor', async () => {
    const base = createBase('MobileNet', { size: [32, 32], alpha: 0.25, seed: 3 });
    const model = sequential({ layers: [layers.flatten({ inputShape: [32, 32, 3] })] });
    await expectNoLeak(async () => {
      const file = path.join(folder, 'changed');
      await expect(unpackBase(await packBase({ ...base, model }, file))).rejects.toThrow(ArgumentError);
      const packed = await packBase(base, file);
      await appendFile(file, 'x');
      await expect(unpackBase(packed)).rejects.toThrow(new DataError(file, 'has changed since it was written'));
      await expect(packBase(base, path.join(folder, 'none', 'x'))).rejects.toThrow('cannot be written (ENOENT)');
    });
    base.dispose();
  });
});
