/** The contender that runs the npm package ml-cross-validation, which has no types. */
import { serveContender, type Work } from '../../../../tools/src/bench/index.ts';
import type { BenchArgs } from '../cv.ts';

interface MlCrossValidation {
  getFolds(features: readonly unknown[], k: number): readonly { readonly testIndex: readonly number[] }[];
}

const library: string = 'ml-cross-validation';

await serveContender(async (_, args): Promise<Work> => {
  const { getFolds } = (await import(library)) as MlCrossValidation;
  const features = Array.from({ length: (args as BenchArgs).n }, () => 0);
  return {
    step() {
      const tested = getFolds(features, 5).reduce((sum, { testIndex }) => sum + testIndex.length, 0);
      if (tested !== features.length) throw new Error(`${tested} samples tested, not ${features.length}`);
    },
  };
});
