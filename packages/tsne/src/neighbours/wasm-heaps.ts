import { neighboursBase64 } from '../generated/neighbours.ts';
import { compileKernels } from '../kernels/compile-kernels.ts';
import { instantiateKernels } from '../kernels/instantiate-kernels.ts';
import { KernelMemory } from '../kernels/kernel-memory.ts';
import type { HeapTask, NeighbourHeaps } from './neighbour-heaps.ts';

interface Exports {
  setUp(...addresses: readonly number[]): void;
  scan(i: number, iEnd: number, j: number, jEnd: number): void;
  join(list: number, fresh: number, total: number): number;
}

// Sums of products of single precision are off by less than this share of both norms.
const ROUNDING = 5e-6;
const TILE = 12;

/** The heaps in the memory of the WebAssembly kernels. */
export async function wasmHeaps({ rows, k, list: longest, full, sketch }: HeapTask): Promise<NeighbourHeaps> {
  const padded = Math.ceil(rows / TILE) * TILE;
  const stride = (k + 3) & ~3;
  const [width, few] = [roundUp(full.columns), sketch ? roundUp(sketch.columns) : 0];
  const floats = [padded * width, padded * few, padded, padded, padded * stride, padded * stride, longest];
  const kernels = new KernelMemory(KernelMemory.bytes(...floats.map((count) => 4 * count)));
  const rowsOf = (source: { data: Float32Array; columns: number }, to: number) =>
    copyRows(kernels.array(Float32Array, padded * to), { ...source, rows, to });
  const all = rowsOf(full, width);
  const part = sketch ? rowsOf(sketch, few) : all;
  const norms = kernels.array(Float32Array, padded);
  const bounds = kernels.array(Float32Array, padded);
  const distances = kernels.array(Float32Array, padded * stride).fill(Number.POSITIVE_INFINITY);
  const ids = kernels.array(Int32Array, padded * stride).fill(-1);
  const list = kernels.array(Int32Array, longest);
  const partWidth = sketch ? few : width;
  fillNorms(norms, part, { rows, width: partWidth });
  // Samples that are there for the tiles' sake are infinitely far away and want nothing.
  bounds.fill(Number.POSITIVE_INFINITY, 0, rows).fill(-1, rows);
  const module = await compileKernels(neighboursBase64.own);
  const { setUp, scan, join } = instantiateKernels<Exports>(module, kernels.memory);
  const at = (array: { byteOffset: number }) => array.byteOffset;
  setUp(at(part), partWidth, at(norms), at(all), width, at(bounds), at(distances), at(ids), k);
  return {
    ...{ k, stride, distances, ids, list },
    scan: (i, iEnd) => scan(i, iEnd === rows ? padded : iEnd, i - (i % 4), padded),
    join: (fresh, total) => join(list.byteOffset, fresh, total),
  };
}

const roundUp = (count: number) => (count + 3) & ~3;

interface Rows {
  readonly data: Float32Array;
  readonly columns: number;
  readonly rows: number;
  readonly to: number;
}

function copyRows(target: Float32Array, { data, columns, rows, to }: Rows): Float32Array {
  for (let i = 0; i < rows; i++) target.set(data.subarray(i * columns, (i + 1) * columns), i * to);
  return target;
}

function fillNorms(norms: Float32Array, data: Float32Array, { rows, width }: { rows: number; width: number }): void {
  norms.fill(Number.POSITIVE_INFINITY, rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let p = i * width; p < (i + 1) * width; p++) sum += (data[p] as number) ** 2;
    norms[i] = sum * (1 - ROUNDING);
  }
}
