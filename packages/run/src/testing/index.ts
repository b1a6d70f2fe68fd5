export { jobs as contractJobs } from './contract-jobs.ts';
export { contractJobsUrl } from './contract-jobs-url.ts';
export { type ContractOptions, describeExecutor, type MakeExecutor } from './describe-executor.ts';
