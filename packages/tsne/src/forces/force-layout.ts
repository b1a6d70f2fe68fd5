import type { Arrays, Layout } from '../kernels/lay-out.ts';
import { JOB_WORDS } from './force-job.ts';
import type { ForceProblem } from './forces.ts';

const NODE_WORDS = 8;
const HISTOGRAM = 4096;

/** The arrays that the kernels need for a problem. */
export function forceLayout({ affinities, dims, fixed }: ForceProblem) {
  const { rows } = affinities;
  const points = fixed ? fixed.length / dims : rows;
  const dense = affinities.kind === 'dense';
  const tree = dense ? 0 : points;
  const along = dense ? affinities.stride : points + 4;
  const queries = fixed ? rows + 4 : 0;
  return {
    job: [Int32Array, JOB_WORDS],
    positions: [Float32Array, rows * dims + 4],
    fixed: [Float32Array, fixed ? fixed.length + 4 : 0],
    attraction: [Float32Array, rows * dims],
    repulsion: [Float32Array, rows * dims],
    share: [Float32Array, rows],
    rowStart: [Uint32Array, dense ? 0 : rows + 1],
    columns: [Uint32Array, dense ? 0 : affinities.columns.length],
    values: [Float32Array, affinities.values.length],
    x: [Float32Array, along],
    y: [Float32Array, along],
    z: [Float32Array, along],
    queryX: [Float32Array, queries],
    queryY: [Float32Array, queries],
    queryZ: [Float32Array, queries],
    queryOrder: [Int32Array, queries],
    nodes: [Float32Array, 2 * tree * NODE_WORDS],
    keys: [Uint32Array, 2 * tree],
    spareKeys: [Uint32Array, 2 * tree],
    order: [Int32Array, tree],
    spareOrder: [Int32Array, tree],
    histogram: [Uint32Array, dense ? 0 : HISTOGRAM],
  } as const satisfies Layout;
}

/** Those arrays, in place. */
export type ForceArrays = Arrays<ReturnType<typeof forceLayout>>;
