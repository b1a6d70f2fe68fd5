import type { FloatMatrix, Input } from '../input/input.ts';
import type { Neighbours } from '../neighbours/neighbours.ts';
import { createTsne } from './create-tsne.ts';
import type { TsneOptions, TsneProgress } from './tsne-options.ts';
import type { Tsne } from './tsne-run.ts';
import type { Ending } from './tsne-state.ts';

/** What `tsne` found. */
export interface TsneResult {
  /** Sample by coordinate. */
  readonly embedding: FloatMatrix;
  /** Divergence from the samples, in nats; comparable at one perplexity only. */
  readonly kl: number;
  readonly iterations: number;
  readonly ended: Ending;
  /** Places for new samples in the embedding; see `Tsne`. */
  readonly transform: Tsne['transform'];
}

/**
 * Embeds samples in two or three dimensions so that neighbours stay neighbours.
 *
 * It is `createTsne`, all its steps, and its divergence at the end; see there for what it takes and throws. Sizes of
 * clusters and distances between them mean little.
 */
export async function tsne(xs: Input | Neighbours, options: TsneOptions = {}): Promise<TsneResult> {
  const run = await createTsne(xs, options);
  try {
    const report = reporter(run, options);
    for await (const { ended } of run) report(ended !== undefined);
    const found = { embedding: run.embedding(), kl: run.kl(), iterations: run.iteration };
    return { ...found, ended: run.ended as Ending, transform: run.transform };
  } finally {
    run.dispose();
  }
}

const OFTEN_MS = 100;

/** Tells about ten times a second how far the iterations are. */
function reporter(run: Tsne, { onProgress }: TsneOptions): (ended: boolean) => void {
  const start = performance.now();
  let last = start;
  return (ended) => {
    const now = performance.now();
    if (!onProgress || (!ended && now - last < OFTEN_MS)) return;
    last = now;
    const { iteration: done, iterations } = run;
    const total = ended ? done : iterations;
    const secondsLeft = ((now - start) / 1000) * (total / done - 1);
    onProgress({ label: 'iterations', done, total, secondsLeft } satisfies TsneProgress);
  };
}
