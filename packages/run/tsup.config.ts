import { packageBuild } from '../../tools/tsup.base.ts';

export default packageBuild(
  {
    index: 'src/index.ts',
    testing: 'src/testing/index.ts',
    // Processes start with these two, so each is a file of its own.
    'worker-main': 'src/executor/worker-main.ts',
    'contract-jobs': 'src/testing/contract-jobs.ts',
  },
  // For import.meta.url in CommonJS.
  { shims: true },
);
