import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../errors.ts';
import { studentTCdf } from './student-t-cdf.ts';
import { studentTPValue } from './student-t-p-value.ts';
import { studentTQuantile } from './student-t-quantile.ts';

// [t, df, float(scipy.stats.t.cdf(t, df)), float(2 * scipy.stats.t.sf(abs(t), df))], scipy 1.17.1
const table = [
  [0.5, 1, 0.6475836176504333, 0.7048327646991335],
  [2, 4, 0.9419417382415922, 0.11611652351681556],
  [-2.776, 4, 0.02501138915998821, 0.05002277831997642],
  [10, 5, 0.9999145262121285, 0.00017094757574296363],
  [-30, 9, 1.2418523520791317e-10, 2.4837047041582635e-10],
  [0.001, 3, 0.5003675525152695, 0.9992648949694609],
  [1.96, 1000, 0.9748634075221256, 0.050273184955748736],
  [50, 199, 1, 1.2578290929338042e-114],
  [2.5, 2.5, 0.9477150184609223, 0.1045699630781554],
  [1, 10000, 0.8413326478347855, 0.31733470433042915],
  [-1e5, 2, 4.999999999250001e-11, 9.999999998500001e-11],
] as const;

describe('studentTCdf', () => {
  it.each(table)('at t %f with %f degrees of freedom is scipy t.cdf', (t, df, expected) => {
    expect([studentTCdf(t, df)]).toBeAllClose([expected], { rtol: 1e-9, atol: 0 });
  });

  it('is one half at 0, 0 and 1 at the ends, and an arcus tangent for one degree of freedom', () => {
    expect([0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map((t) => studentTCdf(t, 7))).toEqual([0.5, 0, 1]);
    expect([studentTCdf(3, 1)]).toBeAllClose([0.5 + Math.atan(3) / Math.PI], { rtol: 1e-13 });
  });

  it('undoes studentTQuantile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 80 }), (thousandths, df) => {
        const p = thousandths / 1000;
        expect([studentTCdf(studentTQuantile(p, df), df)]).toBeAllClose([p], { rtol: 1e-9 });
      }),
    );
  });
});

describe('studentTPValue', () => {
  it.each(table)('at t %f with %f degrees of freedom is twice scipy t.sf', (t, df, _, expected) => {
    expect([studentTPValue(t, df)]).toBeAllClose([expected], { rtol: 1e-9, atol: 0 });
    expect(studentTPValue(-t, df)).toBe(studentTPValue(t, df));
  });

  it('falls from 1 to 0, without a jump where the formula changes', () => {
    const ts = Array.from({ length: 200 }, (_, i) => i / 40);
    const ps = ts.map((t) => studentTPValue(t, 4));
    expect(ps[0]).toBe(1);
    for (let i = 1; i < ps.length; i++) expect(ps[i]).toBeLessThan(ps[i - 1] as number);
    expect([studentTPValue(2 - 1e-9, 4)]).toBeAllClose([studentTPValue(2 + 1e-9, 4)], { rtol: 1e-8 });
    expect([studentTPValue(1e300, 3), studentTPValue(Number.POSITIVE_INFINITY, 3)]).toEqual([0, 0]);
  });

  it('refuses a t that is no number, and degrees of freedom outside their range', () => {
    expect(() => studentTPValue(Number.NaN, 3)).toThrow(ArgumentError);
    expect(() => studentTCdf(1, 0.5)).toThrow(/df must be/);
    expect(() => studentTPValue(1, Number.POSITIVE_INFINITY)).toThrow(/df must be/);
  });
});
