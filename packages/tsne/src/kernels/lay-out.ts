import { KernelMemory } from './kernel-memory.ts';

type Kind = typeof Float32Array | typeof Float64Array | typeof Int32Array | typeof Uint32Array;

/** Arrays to be laid out: what they hold and how many of it, by name. */
export type Layout = Readonly<Record<string, readonly [kind: Kind, length: number]>>;

/** The arrays of a layout. */
export type Arrays<L extends Layout> = { readonly [Name in keyof L]: InstanceType<L[Name][0]> };

/** A memory that holds just the given arrays, all zeros. */
export function layOut<L extends Layout>(layout: L, { shared = false } = {}) {
  const entries = Object.entries(layout);
  const bytes = KernelMemory.bytes(...entries.map(([, [kind, length]]) => kind.BYTES_PER_ELEMENT * length));
  const room = new KernelMemory(bytes, { shared });
  const arrays = Object.fromEntries(entries.map(([name, [kind, length]]) => [name, room.array(kind, length)]));
  return { memory: room.memory, arrays: arrays as Arrays<L> };
}
