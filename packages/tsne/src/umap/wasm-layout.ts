import { layoutBase64 } from '../generated/layout.ts';
import { compileKernels } from '../kernels/compile-kernels.ts';
import { instantiateKernels } from '../kernels/instantiate-kernels.ts';
import { KernelMemory } from '../kernels/kernel-memory.ts';
import type { Layout, LayoutTask } from './layout.ts';

interface Exports {
  setUpEdges(...addresses: readonly number[]): void;
  setUpPoints(...addresses: readonly number[]): void;
  setUpForces(...addresses: readonly number[]): void;
  runEpoch(epoch: number, alpha: number): void;
}

type Values = Float32Array | Float64Array | Int32Array;

/** The layout in WebAssembly. */
export async function wasmLayout(task: LayoutTask): Promise<Layout> {
  const { dims, edges, tables, negativeSamples, rng } = task;
  const { periods } = edges;
  const pushDue = periods.map((period) => period / negativeSamples);
  const arrays = [
    edges.heads,
    edges.tails,
    periods,
    periods,
    pushDue,
    task.points,
    tables.attraction,
    tables.repulsion,
  ];
  const all = task.anchors ? [...arrays, task.anchors] : arrays;
  const kernels = new KernelMemory(KernelMemory.bytes(...all.map((array) => array.byteLength)));
  const module = await compileKernels(layoutBase64.own);
  const { setUpEdges, setUpPoints, setUpForces, runEpoch } = instantiateKernels<Exports>(module, kernels.memory);
  const copied = all.map((values) => copyOf(kernels, values));
  const [heads, tails, period, due, push, points, attraction, repulsion, anchors = points] = copied.map(
    (array) => array.byteOffset,
  ) as [number, number, number, number, number, number, number, number, number?];
  const { key } = rng.state();
  setUpEdges(heads, tails, periods.length, period, due, push);
  setUpPoints(points, anchors, (task.anchors ?? task.points).length / dims, dims, task.anchors ? 0 : 1);
  setUpForces(attraction, repulsion, tables.attraction.length, negativeSamples, key[0], key[1]);
  return { points: copied[5] as Float32Array, runEpoch };
}

function copyOf(kernels: KernelMemory, values: Values): Values {
  const copy =
    values instanceof Float32Array
      ? kernels.array(Float32Array, values.length)
      : values instanceof Float64Array
        ? kernels.array(Float64Array, values.length)
        : kernels.array(Int32Array, values.length);
  copy.set(values);
  return copy;
}
