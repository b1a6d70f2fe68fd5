import { createForces } from '../../src/forces/create-forces.ts';
import { embeddingQuality, type FloatMatrix } from '../../src/index.ts';
import { klDivergence } from '../../src/tsne/kl-divergence.ts';
import { prepareTsne } from '../../src/tsne/prepare-tsne.ts';

/** How good an embedding is. */
export interface Verdict {
  /** Divergence from affinities between neighbours at perplexity 30, or a third of the samples. */
  readonly kl: number;
  /** Of 15 neighbours. */
  readonly trustworthiness: number;
}

// Where all pairs are too many, the tree at this angle is within a thousandth of their sum.
const ALL_PAIRS = 10_000;
const FINE = 0.2;

/** The same judge for every contender's embedding of some samples. */
export async function createJudge(xs: FloatMatrix): Promise<(ys: FloatMatrix) => Promise<Verdict>> {
  const { state } = await prepareTsne(xs, { method: 'barnes-hut', init: 'random' });
  const theta = xs.rows <= ALL_PAIRS ? 0 : FINE;
  return async (ys) => {
    const { affinities } = state;
    const forces = await createForces({ affinities, dims: 2, degreesOfFreedom: 1, theta });
    forces.positions.set(ys.data);
    const z = forces.compute();
    const kl = klDivergence(affinities, { positions: forces.positions, dims: 2, degreesOfFreedom: 1, z });
    forces.dispose();
    const { scores } = await embeddingQuality(xs, ys);
    return { kl, trustworthiness: scores.trustworthiness };
  };
}
