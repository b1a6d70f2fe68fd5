/** What a worker process starts with: `worker-main <jobs url> <parent pid>`. */
import { runWorker } from './run-worker.ts';

const [, , jobsUrl = '', parent = ''] = process.argv;
runWorker(jobsUrl, Number(parent));
