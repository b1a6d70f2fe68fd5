/** What assembly/forces.ts exports; each takes the address of a job. */
export interface ForceKernels {
  buildTree(job: number): void;
  splitAxes(job: number): void;
  repel(job: number, from: number, to: number): void;
  attract(job: number, from: number, to: number): void;
  compareAll(job: number, from: number, to: number): void;
}

/** Forces on points [from, to) by one of the two ways. `from` is a multiple of four. */
export const TASKS = {
  tree: (kernels: ForceKernels, job: number, from: number, to: number) => {
    kernels.repel(job, from, to);
    kernels.attract(job, from, to);
  },
  pairs: (kernels: ForceKernels, job: number, from: number, to: number) => kernels.compareAll(job, from, to),
};

export type Task = keyof typeof TASKS;
