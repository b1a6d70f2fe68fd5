export { jobs as contractJobs } from './contract-jobs.ts';
export { contractJobsUrl } from './contract-jobs-url.ts';
export { describeBlobStore, type MakeBlobStore, type OpenBlobStore } from './describe-blob-store.ts';
export { type ContractOptions, describeExecutor, type MakeExecutor } from './describe-executor.ts';
export { describeJournalStore, type MakeJournalStore, type OpenJournalStore } from './describe-journal-store.ts';
export { describeSlot, type MakeSlot, type OpenSlot } from './describe-slot.ts';
