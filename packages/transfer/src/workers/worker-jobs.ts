import { useBackend } from '@animals/backend';
import type { Jobs } from '@animals/run';
import type { Base } from '../bases/create-base.ts';
import { forward } from '../features/forward.ts';
import type { Pixels } from '../features/preprocessed-batch.ts';
import type { PackedBase } from './pack-base.ts';
import { unpackBase } from './unpack-base.ts';

/** What a worker is told of a batch. */
export interface ForwardJob {
  readonly base: PackedBase;
  readonly images: Pixels;
  /** Pictures in the batch. */
  readonly count: number;
}

/** The one base that a worker's pool is for. */
let started: Promise<Base> | undefined;

async function start(packed: PackedBase): Promise<Base> {
  await useBackend({ prefer: ['wasm', 'cpu'] });
  return unpackBase(packed);
}

/** All that an extracting worker may run. */
export const jobs = {
  forward: async ({ base, images, count }: ForwardJob): Promise<Float32Array> => {
    started ??= start(base);
    return forward(
      await started,
      images,
      Uint32Array.from({ length: count }, (_, i) => i),
    );
  },
} satisfies Jobs;
