/** The contender that runs this package: in its own thread, or in processes that share the files. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { serveContender, type Work } from '../../../../tools/src/bench/index.ts';
import type { BenchArgs } from '../decode.ts';
import { decodeAll } from './decode-all.ts';
import { readAll } from './read-all.ts';

await serveContender(async (name, args): Promise<Work> => {
  if (name !== 'decode') throw new Error(`no work is called ${name}`);
  const { paths, size, threads } = args as BenchArgs;
  if (threads > 1) return inProcesses(paths, size, threads);
  const files = await readAll(paths);
  return { step: () => decodeAll(files, size) };
});

async function inProcesses(paths: BenchArgs['paths'], size: BenchArgs['size'], count: number): Promise<Work> {
  const workers = Array.from({ length: count }, (_, i) => ({
    child: fork(path.join(import.meta.dirname, 'decode-worker.ts')),
    order: { paths: paths.filter((_path, place) => place % count === i), size },
  }));
  const step = async () => {
    const done = workers.map(({ child }) => once(child, 'message'));
    for (const { child, order } of workers) child.send(order);
    await Promise.all(done);
  };
  await step();
  return {
    step,
    async dispose() {
      for (const { child } of workers) child.disconnect();
    },
  };
}
