import { contractJobsUrl } from '../testing/contract-jobs-url.ts';
import { describeExecutor } from '../testing/describe-executor.ts';
import { createProcessPool } from './create-process-pool.ts';

const execArgv = ['--import', 'tsx', '--conditions=@animals/source'];

describeExecutor('processes', ({ workers }) => createProcessPool({ jobs: contractJobsUrl, workers, execArgv }), {
  isolated: true,
});
