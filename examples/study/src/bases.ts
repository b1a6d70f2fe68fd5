import path from 'node:path';
import { DataError } from '@animals/core';
import { cacheFolder } from '@animals/run';
import { type BaseName, fetchWeights, hashTensors, readWeightsFile, weightsOf } from '@animals/transfer';

/** A network to transfer from. */
export interface BaseChoice {
  readonly name: BaseName;
  /** Width of a MobileNet; 1 when left out. */
  readonly alpha?: number;
}

/** The six networks of the study, and the small one whose weights are easily had. */
export const BASES: readonly BaseChoice[] = [
  { name: 'VGG16' },
  { name: 'VGG19' },
  { name: 'ResNet50' },
  { name: 'ResNet50V2' },
  { name: 'MobileNet' },
  { name: 'MobileNetV2' },
  { name: 'MobileNetV2', alpha: 0.35 },
];

/** A network whose weights lie on the disk. */
export interface FoundBase extends BaseChoice {
  readonly label: string;
  /** Of the weights, whatever file they came from. */
  readonly hash: string;
  /** Whether Keras publishes a hash of the file, which it has. */
  readonly checkedBy: 'md5' | 'nothing';
  /** Whether its batch normalisations lie folded in the file's kernels: such a network cannot be trained on. */
  readonly isFolded: boolean;
}

/** A network whose weights, or whose weights of the kind that is needed, were not found. */
export interface MissingBase {
  readonly base: string;
  /** What to do about it. */
  readonly how: string;
}

export interface FoundBases {
  readonly found: readonly FoundBase[];
  readonly missing: readonly MissingBase[];
}

/** Where weights are looked for: `ANIMALS_WEIGHTS`, then the cache. Nothing is fetched unasked. */
export function weightsFolders(env: NodeJS.ProcessEnv = process.env) {
  const folders = env.ANIMALS_WEIGHTS ? [path.resolve(env.ANIMALS_WEIGHTS)] : [];
  return { folders, cache: path.join(cacheFolder(env), 'weights'), download: false } as const;
}

/** Looks for the weights of every network. @throws DataError if a file is there and damaged. */
export async function findBases(choices: readonly BaseChoice[] = BASES): Promise<FoundBases> {
  const found: FoundBase[] = [];
  const missing: MissingBase[] = [];
  for (const choice of choices) {
    const { name, alpha } = choice;
    const label = labelOf(choice);
    const options = { ...(alpha !== undefined && { alpha }), ...weightsFolders() };
    try {
      const { file, checkedBy } = await fetchWeights(name, options);
      const hash = await hashTensors(await readWeightsFile(file));
      found.push({ ...choice, label, checkedBy, hash, isFolded: file.endsWith('.tflite') });
    } catch (error) {
      if (!DataError.isInstance(error) || !error.message.includes('is not there')) throw error;
      missing.push({ base: label, how: how(choice) });
    }
  }
  return { found, missing };
}

/** `MobileNetV2 0.35`. */
export function labelOf({ name, alpha }: BaseChoice): string {
  return alpha === undefined ? name : `${name} ${alpha}`;
}

function how(choice: BaseChoice): string {
  return `npm run weights -- ${labelOf(choice).replace(/.* .*/, '"$&"')}; or ${byHand(choice)}`;
}

/** How to put a network's weights where they are looked for first. */
export function byHand({ name, alpha }: BaseChoice): string {
  const { url, bytes, md5 } = weightsOf(name, alpha === undefined ? {} : { alpha });
  const size = bytes ? `${(bytes / 1e6).toFixed(1)} MB, ` : '';
  const hash = md5 ? `md5 ${md5}` : 'no published hash';
  return `put ${url} (${size}${hash}) into the folder that ANIMALS_WEIGHTS names`;
}
