/** A contender that runs some workers at once, each with a backend of its own; its argument is how many. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { serveContender, type Work } from '../../../../tools/src/bench/index.ts';

const count = Number(process.argv[2]);

/** Training steps in one timed step, shared out among the workers: enough that waiting for the slower one weighs little. */
const STEPS = 6;

/** A worker does not inherit the loader of TypeScript. */
const BOOT = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)});
});`;

await serveContender(async (name, args) => {
  const workers = Array.from({ length: count }, () => new Worker(BOOT, { eval: true }));
  const all = (message: object) => Promise.all(workers.map((worker) => ask(worker, message)));
  await all({ name, args });
  return { step: () => all({ steps: STEPS / count }).then(() => {}), dispose: () => stop(workers) } satisfies Work;
});

async function ask(worker: Worker, message: object): Promise<void> {
  worker.postMessage(message);
  const [answer] = (await once(worker, 'message')) as [{ failure?: string }];
  if (answer.failure) throw new Error(answer.failure);
}

async function stop(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map((worker) => worker.terminate()));
}
