import type { ChildProcess } from 'node:child_process';
import type { FromWorker } from './messages.ts';
import { unpackError } from './pack-error.ts';

/** What a worker is going to say about one job. */
export interface Reply {
  /** The job's output or error, or what `fail` was given. */
  readonly promise: Promise<unknown>;
  /** Whether the worker is done with the job. */
  readonly finished: boolean;
  fail(error: unknown): void;
  /** Stops listening. */
  forget(): void;
}

/** Listens to a worker for the reply to the job of this id, and passes its progress on. */
export function awaitReply(
  child: ChildProcess,
  { id, onProgress }: { readonly id: number; readonly onProgress: (value: unknown) => void },
): Reply {
  let settle: { resolve: (value: unknown) => void; reject: (error: unknown) => void } | undefined;
  const promise = new Promise<unknown>((resolve, reject) => {
    settle = { resolve, reject };
  });
  let finished = false;
  const fail = (error: unknown) => settle?.reject(error);
  const onMessage = (message: FromWorker) => {
    if (message.id !== id) return;
    if (message.type === 'progress') return report(message.value);
    finished = true;
    if (message.type === 'done') settle?.resolve(message.output);
    else fail(unpackError(message.error));
  };
  const report = (value: unknown) => {
    try {
      onProgress(value);
    } catch (error) {
      fail(error);
    }
  };

  child.on('message', onMessage);
  return {
    promise,
    get finished() {
      return finished;
    },
    fail,
    forget: () => void child.off('message', onMessage),
  };
}
