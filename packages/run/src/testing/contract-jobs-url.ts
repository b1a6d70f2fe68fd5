import { beside } from '../executor/beside.ts';

/** URL of the module whose `jobs` the executors under test have to run. */
export const contractJobsUrl: URL = beside(import.meta.url, 'contract-jobs');
