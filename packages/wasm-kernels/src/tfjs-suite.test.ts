import { beforeAll, describe, expect, it } from 'vitest';
import { runModes, type SuiteResult } from '../scripts/tfjs-suite/run-modes.ts';
import type { SuiteMode } from '../scripts/tfjs-suite/run-suite.ts';

const passed = (result: SuiteResult) => [...result].filter(([, spec]) => spec.passed).map(([name]) => name);

describe("TensorFlow.js's own tests on the WASM backend", () => {
  let results: Record<SuiteMode, SuiteResult>;

  beforeAll(async () => {
    results = await runModes(['stock', 'once', 'each']);
    const counts = Object.entries(results).map(([mode, result]) => `${mode} ${passed(result).length}`);
    console.log(`specs passed: ${counts.join(', ')} of ${results.stock.size}`);
  }, 240_000);

  it('run as TensorFlow.js ships them: 4.22 has 4,230, of which the stock kernels pass 3,891', () => {
    expect(results.stock.size).toBeGreaterThan(4_200);
    expect(passed(results.stock).length).toBeGreaterThan(3_850);
  });

  it.each(['once', 'each'] as const)('lose none that stock passes with our kernels installed (%s)', (mode) => {
    expect([...results[mode].keys()]).toEqual([...results.stock.keys()]);
    const lost = passed(results.stock)
      .filter((name) => !results[mode].get(name)?.passed)
      .map((name) => `${name}: ${results[mode].get(name)?.failure}`);
    expect(lost).toEqual([]);
  });

  it('gain those of kernels that stock lacks', () => {
    expect(passed(results.once).length).toBeGreaterThan(passed(results.stock).length);
  });
});
