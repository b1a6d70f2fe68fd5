import { DataError } from '@animals/core';
import { halfToFloat } from './half-to-float.ts';
import type { NamedWeight, NamedWeights } from './named-weights.ts';

/** Gives the bytes of a file that lies beside another one, by its relative path. */
export type ReadBeside = (path: string) => Promise<Uint8Array>;

interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string; readonly scale?: number; readonly min?: number };
}

interface Group {
  readonly paths: readonly string[];
  readonly weights: readonly WeightSpec[];
}

/**
 * Reads the weights of a tfjs-layers model from its model.json and the shards beside it; quantised ones are expanded.
 *
 * The topology is not looked at: it is that of one input size, with the paddings of that size.
 * @param path names the file in errors.
 * @throws DataError if model.json is none, a shard's path leaves its folder, or the shards are too short or too long.
 */
export async function readTfjsLayers(
  modelJson: Uint8Array,
  readBeside: ReadBeside,
  path = 'model.json',
): Promise<NamedWeights> {
  const groups = parseManifest(modelJson, path);
  const weights: NamedWeight[] = [];
  for (const { paths, weights: specs } of groups) {
    const shards: Uint8Array[] = [];
    for (const shard of paths) shards.push(await readBeside(checkedPath(shard, path)));
    weights.push(...decodeGroup(specs, joined(shards), path));
  }
  return weights;
}

function parseManifest(bytes: Uint8Array, path: string): readonly Group[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new DataError(path, 'is no JSON', { cause });
  }
  const manifest = (parsed as { weightsManifest?: unknown } | null)?.weightsManifest;
  if (Array.isArray(manifest) && manifest.every(isGroup)) return manifest;
  throw new DataError(path, 'is no model of tfjs-layers: it has no weightsManifest with paths and weights');
}

function isGroup(group: unknown): group is Group {
  const { paths, weights } = (group ?? {}) as Partial<Group>;
  return (
    Array.isArray(paths) && paths.every((p) => typeof p === 'string') && Array.isArray(weights) && weights.every(isSpec)
  );
}

function isSpec(spec: unknown): spec is WeightSpec {
  const { name, shape, dtype } = (spec ?? {}) as Partial<WeightSpec>;
  const isShape = Array.isArray(shape) && shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  return typeof name === 'string' && typeof dtype === 'string' && isShape;
}

/** A path that stays in the folder of model.json. */
function checkedPath(shard: string, path: string): string {
  const leaves = shard.split(/[\\/]/).includes('..') || /^([\\/]|[a-z]+:)/i.test(shard);
  if (leaves || shard === '') throw new DataError(path, `its shard ${JSON.stringify(shard)} is not beside it`);
  return shard;
}

function joined(shards: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(shards.reduce((sum, shard) => sum + shard.length, 0));
  let at = 0;
  for (const shard of shards) {
    all.set(shard, at);
    at += shard.length;
  }
  return all;
}

const WIDTHS: Readonly<Record<string, number>> = { float32: 4, int32: 4, uint8: 1, uint16: 2, float16: 2, bool: 1 };

function decodeGroup(specs: readonly WeightSpec[], bytes: Uint8Array, path: string): NamedWeight[] {
  let at = 0;
  const weights = specs.map((spec) => {
    const stored = spec.quantization?.dtype ?? spec.dtype;
    const width = WIDTHS[stored];
    if (!width) throw new DataError(path, `its weight ${spec.name} is of type ${stored}, which is not read here`);
    const end = at + width * spec.shape.reduce((a, b) => a * b, 1);
    if (end > bytes.length) throw new DataError(path, `its shards end within the weight ${spec.name}`);
    const { buffer } = bytes.slice(at, end);
    at = end;
    return decode(spec, stored, buffer);
  });
  if (at !== bytes.length) throw new DataError(path, `its shards hold ${bytes.length} bytes, its weights ${at}`);
  return weights;
}

function decode({ name, shape, dtype, quantization }: WeightSpec, stored: string, buffer: ArrayBuffer): NamedWeight {
  if (!quantization || stored === 'float16') {
    if (dtype !== 'float32') return { name, shape, dtype: 'int32', data: Int32Array.from(numbers(stored, buffer)) };
    return { name, shape, dtype, data: new Float32Array(numbers(stored, buffer)) };
  }
  const { scale = 1, min = 0 } = quantization;
  const values = numbers(stored, buffer);
  if (dtype === 'int32')
    return { name, shape, dtype, data: Int32Array.from(values, (v) => Math.round(v * scale + min)) };
  return { name, shape, dtype: 'float32', data: Float32Array.from(values, (v) => v * scale + min) };
}

function numbers(stored: string, buffer: ArrayBuffer): Float32Array | Int32Array | Uint16Array | Uint8Array {
  switch (stored) {
    case 'float32':
      return new Float32Array(buffer);
    case 'int32':
      return new Int32Array(buffer);
    case 'uint16':
      return new Uint16Array(buffer);
    case 'float16':
      return Float32Array.from(new Uint16Array(buffer), halfToFloat);
    default:
      return new Uint8Array(buffer);
  }
}
