/** The contender that runs this package. */
import { serveContender, type Work } from '../../../../tools/src/bench/index.ts';
import { groupKFold, kFold, stratifiedGroupKFold, stratifiedKFold, stratifiedShuffleSplit } from '../../src/index.ts';
import type { BenchArgs } from '../cv.ts';

await serveContender((_, args): Work => {
  const { split, n, classes, groups, times } = args as BenchArgs;
  const labels = Uint32Array.from({ length: n }, (_, i) => i % classes);
  const groupOf = Uint32Array.from({ length: n }, (_, i) => i % groups);
  let seed = 0;
  const shuffled = () => ({ k: 5, shuffle: true as const, seed: seed++ });
  const splits = {
    kFold: () => kFold(n, shuffled()),
    stratifiedKFold: () => stratifiedKFold(labels, shuffled()),
    groupKFold: () => groupKFold(groupOf, shuffled()),
    stratifiedGroupKFold: () => stratifiedGroupKFold(labels, groupOf, shuffled()),
    stratifiedShuffleSplit: () => stratifiedShuffleSplit(labels, { seed: seed++ }),
  };
  return {
    step() {
      let tested = 0;
      for (let i = 0; i < times; i++) for (const { test } of splits[split]()) tested += test.length;
      if (tested !== n * times) throw new Error(`${tested} samples tested, not ${n * times}`);
    },
  };
});
