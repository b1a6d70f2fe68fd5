import type { ProgressReporter } from '../../examples/study/src/progress.ts';

/** A task whose total is known when it begins; `unit` of what is counted make one step. */
export function lateTask(progress: ProgressReporter, label: string, unit = 1): (done: number, total: number) => void {
  let report: ((done: number) => void) | undefined;
  return (done, total) => {
    report ??= progress.task(label, Math.ceil(total / unit));
    report(done === total ? Math.ceil(total / unit) : Math.floor(done / unit));
  };
}
