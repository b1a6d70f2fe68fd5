import { DataError } from '@animals/core';
import { type BundleHeader, FORMAT, MAX_WEIGHT_BYTES, VALUE_BYTES, VERSION } from './bundle-header.ts';
import { preprocessingProblem } from './preprocessing-problem.ts';

const MAX_CLASSES = 2 ** 16;
const MAX_RANK = 8;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Makes sure that parsed JSON is a bundle's header: every field there, of its type and in its range.
 *
 * @throws DataError naming the first field that is not.
 */
export function checkHeader(json: unknown, path: string): BundleHeader {
  const check = (fits: boolean, field: string, rule: string) => {
    if (!fits) throw new DataError(path, `is no sound bundle: ${field} must be ${rule}`);
  };
  if (!isFields(json) || json.format !== FORMAT) throw new DataError(path, 'is not a model bundle');
  if (json.version !== VERSION) {
    throw new DataError(path, `has version ${String(json.version)}, and this program reads ${VERSION}`);
  }
  const { topology, weights, classes, preprocessing, threshold, temperature, fingerprint, versions } = json;
  check(isFields(topology) && isFields(topology.config), 'topology', "a model's JSON");
  check(isFields(weights) && isWeights(weights), 'weights', 'a list of arrays that fill the bytes stated');
  check(isList(classes, isName) && classes.length <= MAX_CLASSES, 'classes', 'a list of names');
  check(isNumber(threshold) && threshold >= 0 && threshold <= 1, 'threshold', 'in [0, 1]');
  check(isNumber(temperature) && temperature > 0, 'temperature', 'positive');
  check(fingerprint === null || isName(fingerprint), 'fingerprint', 'a text or null');
  check(isFields(versions) && Object.values(versions).every(isName), 'versions', 'texts by name');
  const problem = preprocessing === null ? undefined : preprocessingProblem(preprocessing);
  if (problem) check(false, `preprocessing.${problem.field}`, problem.rule);
  return json as unknown as BundleHeader;
}

function isWeights({ bytes, sha256, arrays }: Fields): boolean {
  if (!isNumber(bytes) || bytes > MAX_WEIGHT_BYTES || typeof sha256 !== 'string') return false;
  if (!/^[0-9a-f]{64}$/.test(sha256) || !isList(arrays, isStoredWeight)) return false;
  const values = arrays.reduce((sum, { shape }) => sum + (shape as number[]).reduce((a, b) => a * b, 1), 0);
  return values * VALUE_BYTES === bytes;
}

function isStoredWeight(value: unknown): value is Fields {
  if (!isFields(value)) return false;
  const { name, shape, dtype } = value;
  const isSize = (size: unknown): size is number => Number.isSafeInteger(size) && (size as number) >= 0;
  return (
    isName(name) && (dtype === 'float32' || dtype === 'int32') && isList(shape, isSize) && shape.length <= MAX_RANK
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 1000;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
