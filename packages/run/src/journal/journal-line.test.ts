import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLine, encodeLine, looksTorn, MAX_LINE_BYTES } from './journal-line.ts';

const decode = (text: string | Uint8Array) => decodeLine(Buffer.from(text as string), 'j.jsonl', 7);

describe('encodeLine', () => {
  it('writes the version beside the entry, on one line', () => {
    expect(encodeLine({ op: 'tell', text: 'a\nb' }).toString()).toBe('{"v":1,"entry":{"op":"tell","text":"a\\nb"}}\n');
  });

  it('refuses what JSON would lose or change', () => {
    const bad = [{ a: Number.NaN }, { a: [Number.POSITIVE_INFINITY] }, { a: new Date(0) }, { a: new Float32Array(2) }];
    for (const entry of bad) expect(() => encodeLine(entry)).toThrow('entry must be a plain JSON object');
    expect(() => encodeLine([1])).toThrow('entry is an array');
    expect(() => encodeLine({ a: () => 1 })).toThrow('entry.a is of type function');
    expect(() => encodeLine({ a: [1, undefined] })).toThrow('entry.a[1] is of type undefined');
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(() => encodeLine(circular)).toThrow('deeper than 64 levels');
  });

  it('refuses keys that could reach a prototype, at any depth', () => {
    expect(() => encodeLine({ a: [{ constructor: 1 }] })).toThrow('entry.a[0] has the forbidden key "constructor"');
    expect(() => encodeLine(JSON.parse('{"__proto__": {"polluted": true}}'))).toThrow('forbidden key "__proto__"');
  });

  it('refuses an entry above 1 MiB, and takes one just below', () => {
    const frame = encodeLine({ a: '' }).length - 1;
    expect(encodeLine({ a: 'x'.repeat(MAX_LINE_BYTES - frame) }).length).toBe(MAX_LINE_BYTES + 1);
    expect(() => encodeLine({ a: 'x'.repeat(MAX_LINE_BYTES - frame + 1) })).toThrow(
      /at most 1048576 bytes, got 1048577/,
    );
  });
});

describe('decodeLine', () => {
  it('gives back every entry that JSON can hold', () => {
    const entries = fc.dictionary(
      fc.string({ unit: 'binary' }).filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
      fc
        .jsonValue({ depthSize: 'small' })
        .filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value))),
    );
    fc.assert(
      fc.property(entries, (entry) => {
        expect(decodeLine(encodeLine(entry).subarray(0, -1), 'j', 1)).toEqual(JSON.parse(JSON.stringify(entry)));
      }),
    );
  });

  it('names file and line of whatever is wrong', () => {
    expect(() => decode('')).toThrow('j.jsonl: line 7 is empty');
    expect(() => decode('{"v":1,"entry":{"a"')).toThrow(/^j\.jsonl: line 7 is broken \(/);
    expect(() => decode(Uint8Array.of(0x7b, 0xff, 0x7d))).toThrow('line 7 is broken');
    expect(() => decode('[1]')).toThrow('line 7 is not a JSON object');
    expect(() => decode('{"v":2,"entry":{}}')).toThrow('line 7 is of journal version 2; this code reads version 1');
    expect(() => decode('{"entry":{}}')).toThrow('journal version undefined');
    expect(() => decode('{"v":1,"entry":3}')).toThrow('line 7 holds no entry');
    expect(() => decode('{"v":1,"entry":{"a":{"__proto__":{"x":1}}}}')).toThrow('forbidden key "__proto__"');
    expect(() => decode(`{"v":1,"entry":{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`)).toThrow('deeper than');
    expect(() => decode(' '.repeat(MAX_LINE_BYTES + 1))).toThrow('longer than');
  });
});

describe('looksTorn', () => {
  it('is true for every beginning of a line, and false for other text', () => {
    const line = encodeLine({ op: 'x' });
    for (let length = 1; length < line.length; length++) expect(looksTorn(line.subarray(0, length))).toBe(true);
    expect(looksTorn(Buffer.alloc(9))).toBe(true);
    expect(looksTorn(Buffer.from('Dear diary'))).toBe(false);
  });
});
