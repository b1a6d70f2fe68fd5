/** Keys that can turn plain data into a changed prototype in code that copies it carelessly. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

const MAX_DEPTH = 64;

/**
 * Says what in a value would not survive JSON, or is not safe to read back from it; undefined if all of it is fine.
 *
 * Fine are null, booleans, strings, finite numbers, and arrays and plain objects of these. A property that is undefined
 * is fine too, as JSON leaves it out. NaN is not: JSON would silently make it null.
 */
export function findUnsafe(value: unknown, where = 'value', depth = 0): string | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${where} is ${value}`;
  if (typeof value !== 'object') return `${where} is of type ${typeof value}`;
  if (depth >= MAX_DEPTH) return `${where} is deeper than ${MAX_DEPTH} levels`;
  if (Array.isArray(value)) return findInArray(value, where, depth);
  return isPlain(value) ? findInObject(value, where, depth) : `${where} is not a plain object`;
}

function findInArray(values: readonly unknown[], where: string, depth: number): string | undefined {
  for (let i = 0; i < values.length; i++) {
    const problem = findUnsafe(values[i], `${where}[${i}]`, depth + 1);
    if (problem) return problem;
  }
  return undefined;
}

function findInObject(value: object, where: string, depth: number): string | undefined {
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN.has(key)) return `${where} has the forbidden key "${key}"`;
    const problem = inner === undefined ? undefined : findUnsafe(inner, `${where}.${key}`, depth + 1);
    if (problem) return problem;
  }
  return undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another realm (a vm context, as test runners use) are plain as well.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
