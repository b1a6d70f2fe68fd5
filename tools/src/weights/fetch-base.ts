import type { OnProgress } from '@animals/core';
import { fetchWeights, hashTensors, readWeightsFile } from '@animals/transfer';
import { type BaseChoice, labelOf, weightsFolders } from '../../../examples/study/src/bases.ts';
import { mirrored } from './mirrored.ts';

export interface FetchBaseOptions {
  /** Folder of a mirror; the publisher's own places when left out. */
  readonly mirror: string | undefined;
  /** Folder to keep the file in; where the study looks when left out. */
  readonly out: string | undefined;
  readonly signal: AbortSignal;
  /** In bytes. */
  readonly onProgress: OnProgress;
}

/** Fetches a network's weights unless they are there. Resolves to a line that says where they are and what vouches for them. */
export async function fetchBase(
  base: BaseChoice,
  { mirror, out, signal, onProgress }: FetchBaseOptions,
): Promise<string> {
  const { name, alpha } = base;
  const choice = alpha === undefined ? {} : { alpha };
  const { file, checkedBy } = await fetchWeights(name, {
    ...choice,
    ...weightsFolders(),
    ...(out !== undefined && { folders: [], cache: out }),
    ...(mirror !== undefined && { url: mirrored(mirror, name, choice) }),
    download: true,
    signal,
    onProgress,
  });
  const words = checkedBy === 'md5' ? 'md5 as published' : 'nobody publishes its hash';
  return `${labelOf(base)}: ${file} (${words}), ${await hashTensors(await readWeightsFile(file))}`;
}
