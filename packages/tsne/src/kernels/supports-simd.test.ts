import { describe, expect, it, vi } from 'vitest';
import { supportsSimd } from './supports-simd.ts';

describe('supportsSimd', () => {
  it('says yes on this engine', () => {
    expect(supportsSimd()).toBe(true);
  });

  it('says no without WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(supportsSimd()).toBe(false);
    vi.unstubAllGlobals();
  });
});
