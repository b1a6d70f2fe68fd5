import v8 from 'node:v8';
import type { Variant } from '../wasm/compile-kernels.ts';
import { supportsRelaxedSimd } from '../wasm/supports.ts';

// Node 20 has relaxed SIMD behind a flag; newer ones know no such flag, and need none.
if (!supportsRelaxedSimd()) v8.setFlagsFromString('--experimental-wasm-relaxed-simd');

/** The builds that this engine runs; the relaxed one is missing only where it has no relaxed SIMD at all. */
export const variants: readonly Variant[] = supportsRelaxedSimd() ? ['simd', 'relaxed'] : ['simd'];
