import { packageBuild } from '../../tools/tsup.base.ts';

export default packageBuild(
  { index: 'src/index.ts', node: 'src/node.ts', 'worker-jobs': 'src/workers/worker-jobs.ts' },
  { shims: true },
);
