import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { fit } from '../fit.ts';
import type { CheckpointStore, FitRecord } from '../fit-options.ts';
import { withFolder } from '../testing/temporary-folder.ts';
import { range, tinyImages, tinyModel } from '../testing/tiny.ts';
import { combineLoggers } from './combine-loggers.ts';
import { csvLogger } from './csv-logger.ts';
import { tensorBoardLogger } from './tensor-board-logger.ts';
import { stepOf } from './tfevents/event.ts';
import { decodeRecords } from './tfevents/records.ts';

const record = (epoch: number, loss = 1 / (epoch + 1)): FitRecord => ({
  epoch,
  loss,
  accuracy: 0.5,
  valLoss: 0.7,
  valAccuracy: 0.6,
});
const now = () => 1_700_000_000;

/** Steps in a folder's only event file, the first event's left out. */
function steps(folder: string): number[] {
  const [name, ...others] = readdirSync(folder);
  expect([name, others]).toEqual(['events.out.tfevents.1700000000.animals', []]);
  return [...decodeRecords(readFileSync(path.join(folder, name as string)))].slice(1).map(({ data }) => stepOf(data));
}

describe('csvLogger', () => {
  it('writes a line an epoch, and goes on from any epoch without doubles', async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, 'log.csv');
      const first = csvLogger(file);
      for (const epoch of [0, 1, 2]) await first(record(epoch));
      expect(readFileSync(file, 'utf8')).toBe(
        'epoch,loss,accuracy,valLoss,valAccuracy\n0,1,0.5,0.7,0.6\n1,0.5,0.5,0.7,0.6\n2,0.3333333333333333,0.5,0.7,0.6\n',
      );
      const second = csvLogger(file);
      for (const epoch of [1, 2, 3]) await second(record(epoch, 9));
      const epochs = () =>
        readFileSync(file, 'utf8')
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => line.slice(0, 3));
      expect(epochs()).toEqual(['0,1', '1,9', '2,9', '3,9']);
      await csvLogger(file)(record(0));
      expect(epochs()).toEqual(['0,1']);
      const other = csvLogger(file)({ epoch: 1, loss: 1, accuracy: 1 });
      await expect(other).rejects.toThrow(
        'has the columns epoch,loss,accuracy,valLoss,valAccuracy, and this run epoch,loss,accuracy',
      );
      await expect(csvLogger(path.join(folder, 'no', 'log.csv'))(record(0))).rejects.toSatisfy(DataError.isInstance);
    });
  });
});

describe('tensorBoardLogger', () => {
  it('writes points that go on from any epoch, after a half-written one too', async () => {
    await withFolder(async (folder) => {
      const first = tensorBoardLogger(folder, { now });
      for (const epoch of [0, 1, 2]) await first({ ...record(epoch), learningRate: 0.1 });
      expect(steps(path.join(folder, 'train'))).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
      expect(steps(path.join(folder, 'validation'))).toEqual([0, 0, 1, 1, 2, 2]);
      appendFileSync(path.join(folder, 'train', 'events.out.tfevents.1700000000.animals'), 'half a rec');
      const second = tensorBoardLogger(folder, { now: () => 1_800_000_000 });
      for (const epoch of [2, 3]) await second(record(epoch));
      expect(steps(path.join(folder, 'train'))).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 3, 3]);
      expect(steps(path.join(folder, 'validation'))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
      await tensorBoardLogger(folder, { now })(record(0));
      expect(steps(path.join(folder, 'validation'))).toEqual([0, 0]);
      mkdirSync(path.join(folder, 'taken'));
      writeFileSync(path.join(folder, 'taken', 'train'), '');
      await expect(tensorBoardLogger(path.join(folder, 'taken'))(record(0))).rejects.toThrow(
        'cannot be written: EEXIST',
      );
    });
  });
});

describe('combineLoggers', () => {
  it('logs a resumed run as one that was never interrupted', async () => {
    await withFolder(async (folder) => {
      const images = tinyImages(12);
      const data = { images, train: range(0, 8), validation: range(8, 12) };
      const run = async (name: string, epochs: number, checkpoint: CheckpointStore) => {
        const model = tinyModel();
        mkdirSync(path.join(folder, name), { recursive: true });
        const file = path.join(folder, name, 'log.csv');
        const onEpoch = combineLoggers(csvLogger(file), tensorBoardLogger(path.join(folder, name), { now }));
        await fit(model, data, { epochs, batchSize: 4, checkpoint, onEpoch, schedule: { name: 'cosine', epochs: 4 } });
        model.dispose();
        const events = ['train', 'validation'].map((part) =>
          readFileSync(path.join(folder, name, part, 'events.out.tfevents.1700000000.animals'), 'hex'),
        );
        return [readFileSync(file, 'utf8'), ...events];
      };
      const store = (): CheckpointStore => {
        let saved: Uint8Array | null = null;
        const save = async (bytes: Uint8Array) => {
          saved = bytes;
        };
        return { everySeconds: 0, load: async () => saved, save };
      };
      const whole = await run('whole', 4, store());
      const resumed = store();
      await run('resumed', 2, resumed);
      // Logged, and lost with the process before it was saved
      await csvLogger(path.join(folder, 'resumed', 'log.csv'))({ ...record(2), learningRate: 0 });
      await tensorBoardLogger(path.join(folder, 'resumed'), { now })(record(2));
      expect(await run('resumed', 4, resumed)).toEqual(whole);
    });
  });
});
