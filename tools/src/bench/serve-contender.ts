import { createInterface } from 'node:readline';
import { MARK } from './contender.ts';

/** A piece of work, ready to be repeated. */
export interface Work {
  /** One step, finished when the promise is. */
  step(): void | Promise<void>;
  dispose?(): void | Promise<void>;
}

/** Builds a work by name, or throws to say that this machine cannot run it. */
export type MakeWork = (work: string, args: unknown) => Work | Promise<Work>;

const WARM_UP = 3;
const SHORTEST_MS = 20;

/** Serves the commands of the bench on stdin until it ends: the other end of `startContender`. */
export async function serveContender(makeWork: MakeWork): Promise<void> {
  let work: Work | undefined;
  let repeats = 1;
  for await (const line of createInterface(process.stdin)) {
    try {
      const { command, work: name, args, warmUp } = JSON.parse(line);
      if (command === 'prepare') {
        await work?.dispose?.();
        work = await makeWork(name, args);
        repeats = warmUp ? await calibrate(work) : 1;
        say({ ready: true });
      } else if (work) {
        say({ ms: (await time(work, repeats)) / repeats });
      }
    } catch (error) {
      say({ missing: error instanceof Error ? (error.message.split('\n')[0] as string) : String(error) });
    }
  }
  await work?.dispose?.();
}

function say(answer: object): void {
  process.stdout.write(`${MARK}${JSON.stringify(answer)}\n`);
}

/** Warms up, and finds how many repeats make a step long enough for the clock. */
async function calibrate(work: Work): Promise<number> {
  let last = 0;
  for (let i = 0; i < WARM_UP; i++) last = await time(work, 1);
  return Math.min(200, Math.max(1, Math.ceil(SHORTEST_MS / Math.max(last, 0.01))));
}

async function time(work: Work, repeats: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) await work.step();
  return performance.now() - start;
}
