import { ArgumentError } from '../errors.ts';

/**
 * Writes plain data as JSON whose text is equal for equal data: keys sorted by code unit, no white space.
 *
 * Takes null, booleans, finite numbers, strings, dense lists and plain objects of these; -0 is written as 0.
 * @throws ArgumentError naming the place of a value that JSON would change or drop: NaN, Infinity, undefined, a function,
 * a bigint, a symbol, an object of a class (Date, Map, typed array) or a cycle.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 'value', new Set());
}

function write(value: unknown, place: string, open: Set<object>): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : refuse(place, String(value));
  if (typeof value !== 'object') return refuse(place, typeof value);
  if (open.has(value)) return refuse(place, 'a cycle');
  open.add(value);
  const text = Array.isArray(value) ? writeList(value, place, open) : writeObject(value, place, open);
  open.delete(value);
  return text;
}

function writeList(list: readonly unknown[], place: string, open: Set<object>): string {
  // Array.from turns holes into undefined, which is refused; map would skip them.
  return `[${Array.from(list, (item, i) => write(item, `${place}[${i}]`, open)).join(',')}]`;
}

function writeObject(object: object, place: string, open: Set<object>): string {
  if (!isPlain(object)) return refuse(place, `an object of class ${object.constructor?.name ?? 'unknown'}`);
  const entries = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${write(item, `${place}.${key}`, open)}`).join(',')}}`;
}

/** Also true for a plain object of another realm, whose prototype is not ours. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(place: string, found: string): never {
  throw new ArgumentError(
    'value',
    `${place} must be null, a boolean, a finite number, a string, a list or a plain object, got ${found}; convert it or leave it out`,
  );
}
