/** The contender that runs the npm package ml-cross-validation. */
import { getFolds } from 'ml-cross-validation';
import { serveContender, type Work } from '../../../../tools/src/bench/index.ts';
import type { BenchArgs } from '../cv.ts';

await serveContender((_, args): Work => {
  const { n, times } = args as BenchArgs;
  const features = Array.from({ length: n }, () => 0);
  return {
    step() {
      let tested = 0;
      for (let i = 0; i < times; i++) for (const { testIndex } of getFolds(features, 5)) tested += testIndex.length;
      if (tested !== n * times) throw new Error(`${tested} samples tested, not ${n * times}`);
    },
  };
});
