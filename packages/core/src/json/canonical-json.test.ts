import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../errors.ts';
import { canonicalJson } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts keys by code unit at every depth and leaves lists in order', () => {
    expect(canonicalJson({ b: [3, { d: null, c: 'ä' }], a: true, B: -0, 10: 1, 9: 2 })).toBe(
      '{"10":1,"9":2,"B":0,"a":true,"b":[3,{"c":"ä","d":null}]}',
    );
  });

  it('writes the same object twice when it is shared, which is no cycle', () => {
    const shared = { x: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"x":1},{"x":1}]');
    expect(canonicalJson(Object.create(null))).toBe('{}');
  });

  it.each([
    ['NaN', { a: [1, Number.NaN] }, /value\.a\[1\] .*got NaN/],
    ['infinity', Number.NEGATIVE_INFINITY, /value .*got -Infinity/],
    ['undefined', { a: undefined }, /value\.a .*got undefined/],
    ['a hole', new Array(2), /value\[0\] .*got undefined/],
    ['a function', [() => 1], /got function/],
    ['a bigint', 1n, /got bigint/],
    ['a symbol', Symbol('s'), /got symbol/],
    ['a Date', { at: new Date(0) }, /class Date/],
    ['a typed array', new Float32Array(2), /class Float32Array/],
    ['a Map', new Map(), /class Map/],
  ])('refuses %s and says where', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(ArgumentError);
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it('refuses a cycle', () => {
    const knot: { self?: unknown } = {};
    knot.self = { knot };
    expect(() => canonicalJson(knot)).toThrow(/value\.self\.knot .*a cycle/);
  });

  it('is JSON that reads back as what was written, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(JSON.parse(text)))).toBe(text);
        expect(JSON.stringify(JSON.parse(text))).toHaveLength(text.length);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
