import { jobs } from '../testing/contract-jobs.ts';
import { describeExecutor } from '../testing/describe-executor.ts';
import { createInlinePool } from './create-inline-pool.ts';

describeExecutor('inline', () => createInlinePool({ jobs }), { isolated: false });
