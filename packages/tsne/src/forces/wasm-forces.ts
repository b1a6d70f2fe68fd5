import type { Affinities } from '../affinities/affinities.ts';
import { forcesBase64 } from '../generated/forces.ts';
import { compileKernels } from '../kernels/compile-kernels.ts';
import { instantiateKernels } from '../kernels/instantiate-kernels.ts';
import { layOut } from '../kernels/lay-out.ts';
import { createTeam } from './create-team.ts';
import { type JobValues, writeJob } from './force-job.ts';
import type { ForceKernels } from './force-kernels.ts';
import { type ForceArrays, forceLayout } from './force-layout.ts';
import type { ForceProblem, Forces } from './forces.ts';

// Points that a leaf may hold: fewer make the tree larger, more make it coarser.
const LEAF_SIZE = 8;

/** Forces by our WebAssembly kernels; `threads` counts the calling one. */
export async function wasmForces(problem: ForceProblem, threads: number): Promise<Forces> {
  const shared = threads > 1;
  const module = await compileKernels(shared ? forcesBase64.shared : forcesBase64.own);
  const { memory, arrays } = layOut(forceLayout(problem), { shared });
  const affinities = copyAffinities(problem.affinities, arrays);
  if (problem.fixed) arrays.fixed.set(problem.fixed);
  writeJob(arrays.job, jobValues(problem, arrays));
  const kernels = instantiateKernels<ForceKernels>(module, memory);
  const job = arrays.job.byteOffset;
  const task = affinities.kind === 'dense' ? 'pairs' : 'tree';
  const team = createTeam({ module, memory, kernels, job, task, helpers: threads - 1 });
  if (problem.fixed) kernels.buildTree(job);
  const prepare = preparation(problem, arrays, kernels);
  return {
    positions: arrays.positions.subarray(0, affinities.rows * problem.dims),
    attraction: arrays.attraction,
    repulsion: arrays.repulsion,
    share: arrays.share,
    affinities,
    kernels: 'wasm',
    threads,
    compute() {
      prepare();
      team.run(affinities.rows);
      return arrays.share.reduce((sum, value) => sum + value, 0);
    },
    dispose: team.dispose,
  };
}

/** What the calling thread does before the points are shared out. */
function preparation(problem: ForceProblem, arrays: ForceArrays, kernels: ForceKernels): () => void {
  const job = arrays.job.byteOffset;
  if (problem.affinities.kind === 'dense') return () => kernels.splitAxes(job);
  return problem.fixed ? () => splitQueries(arrays, problem) : () => kernels.buildTree(job);
}

function copyAffinities(affinities: Affinities, { rowStart, columns, values }: ForceArrays): Affinities {
  values.set(affinities.values);
  if (affinities.kind === 'dense') return { ...affinities, values };
  rowStart.set(affinities.rowStart);
  columns.set(affinities.columns);
  return { ...affinities, rowStart, columns, values };
}

function jobValues(problem: ForceProblem, arrays: ForceArrays): JobValues {
  const { affinities, dims, degreesOfFreedom, theta, fixed } = problem;
  const settings = {
    points: fixed ? fixed.length / dims : affinities.rows,
    dims,
    stride: affinities.kind === 'dense' ? affinities.stride : 0,
    leafSize: LEAF_SIZE,
    theta,
    inverseDof: 1 / degreesOfFreedom,
    exponent: (degreesOfFreedom + 1) / 2,
    self: fixed ? 0 : 1,
  };
  const { fixed: fixedPositions, positions, x, y, z, order, ...rest } = arrays;
  const places = { ...rest, x, y, z, order };
  if (fixed) return { ...places, ...settings, positions: fixedPositions, queryPositions: positions };
  const queries = { queryPositions: positions, queryX: x, queryY: y, queryZ: z, queryOrder: order };
  return { ...places, ...settings, ...queries, positions };
}

/** Coordinates of the moving points axis by axis, in their own order; the last is repeated, since they go in fours. */
function splitQueries(
  { positions, queryX, queryY, queryZ, queryOrder }: ForceArrays,
  { affinities, dims }: ForceProblem,
) {
  for (let i = 0; i < queryX.length; i++) {
    const point = Math.min(i, affinities.rows - 1);
    queryOrder[i] = point;
    queryX[i] = positions[point * dims] as number;
    queryY[i] = positions[point * dims + 1] as number;
    if (dims === 3) queryZ[i] = positions[point * dims + 2] as number;
  }
}
