/**
 * The program of a helper thread, for Node's worker threads and for browsers: it takes chunks of points until none is left.
 *
 * It is text, so that no bundler has to find a file. The words of `control` are those of `createTeam`.
 */
export const WORKER_SOURCE = `
const serve = ({ module, memory, control, job, task, chunks }) => {
  const [GENERATION, NEXT, DONE, COUNT] = [0, 1, 2, 3];
  const kernels = new WebAssembly.Instance(module, { env: { memory, abort() {} } }).exports;
  const work = (from, to) => {
    if (task === 'pairs') return kernels.compareAll(job, from, to);
    kernels.repel(job, from, to);
    kernels.attract(job, from, to);
  };
  for (let seen = 0; seen >= 0; seen = Atomics.load(control, GENERATION)) {
    for (let chunk; (chunk = Atomics.add(control, NEXT, 1)) < chunks; ) {
      const count = Atomics.load(control, COUNT);
      const size = Math.ceil(count / chunks / 4) * 4;
      work(Math.min(count, chunk * size), Math.min(count, (chunk + 1) * size));
      if (Atomics.add(control, DONE, 1) === chunks - 1) Atomics.notify(control, DONE);
    }
    Atomics.wait(control, GENERATION, seen);
  }
};
if (typeof require === 'function') serve(require('node:worker_threads').workerData);
else onmessage = ({ data }) => serve(data);
`;
