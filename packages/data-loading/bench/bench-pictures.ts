import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRng } from '@animals/core';
import { encodeJpeg } from './encode-jpeg.ts';

/** Files to decode, and how to be rid of those that were written for it. */
interface BenchPictures {
  readonly paths: readonly string[];
  readonly cleanUp: () => Promise<void>;
}

/** Takes JPEGs evenly from the folders in `ANIMALS_DATA`; without it writes some of the same size, of smooth noise. */
export async function benchPictures(count: number): Promise<BenchPictures> {
  const root = process.env.ANIMALS_DATA;
  if (!root) return writtenPictures(count);
  const names = (await readdir(root, { recursive: true })).filter((name) => /\.jpe?g$/i.test(name)).sort();
  if (names.length < count) throw new Error(`${root} (ANIMALS_DATA) holds ${names.length} JPEGs; ${count} are needed`);
  const paths = Array.from({ length: count }, (_, i) =>
    join(root, names[Math.floor((i * names.length) / count)] as string),
  );
  return { paths, cleanUp: async () => {} };
}

async function writtenPictures(count: number): Promise<BenchPictures> {
  const folder = await mkdtemp(join(tmpdir(), 'animals-bench-'));
  const paths = Array.from({ length: count }, (_, i) => join(folder, `${i}.jpg`));
  for (const [i, path] of paths.entries()) await writeFile(path, await encodeJpeg(smoothNoise(i), 187, 126));
  return { paths, cleanUp: () => rm(folder, { recursive: true, force: true }) };
}

/** RGBA, 126 rows and 187 columns: waves of every length, with a little noise. */
function smoothNoise(seed: number): Uint8ClampedArray {
  const rng = createRng(seed);
  const waves = Array.from(
    { length: 24 },
    () => [rng.uniform(-0.4, 0.4), rng.uniform(-0.4, 0.4), rng.uniform(0, 6)] as const,
  );
  return Uint8ClampedArray.from({ length: 187 * 126 * 4 }, (_, i) => {
    const [x, y, c] = [(i >> 2) % 187, Math.floor((i >> 2) / 187), i % 4];
    const sum = waves.reduce((total, [a, b, phase]) => total + Math.sin(a * x + b * y + phase + c), 0);
    return c === 3 ? 255 : 128 + 12 * sum + rng.uniform(-8, 8);
  });
}
