import { ArgumentError } from '@animals/core';
import type { Optimizer } from '@tensorflow/tfjs-core';
import { type WasmAdamOptions, wasmAdam } from './wasm-adam.ts';
import { type WasmAdamWOptions, wasmAdamW } from './wasm-adam-w.ts';
import { type WasmAdamaxOptions, wasmAdamax } from './wasm-adamax.ts';
import { type WasmRmsPropOptions, wasmRmsProp } from './wasm-rms-prop.ts';
import { type WasmSgdOptions, wasmSgd } from './wasm-sgd.ts';

/** Settings of each fused optimizer. */
export interface FusedOptimizers {
  adam: WasmAdamOptions;
  adamw: WasmAdamWOptions;
  adamax: WasmAdamaxOptions;
  rmsprop: WasmRmsPropOptions;
  sgd: WasmSgdOptions;
}

const makers: { readonly [Name in keyof FusedOptimizers]: (options?: FusedOptimizers[Name]) => Optimizer } = {
  adam: wasmAdam,
  adamw: wasmAdamW,
  adamax: wasmAdamax,
  rmsprop: wasmRmsProp,
  sgd: wasmSgd,
};

/**
 * A fused optimizer by name.
 * @throws ArgumentError if there is none of that name.
 */
export function fusedOptimizer<Name extends keyof FusedOptimizers>(
  name: Name,
  options?: FusedOptimizers[Name],
): Optimizer {
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (!make)
    throw new ArgumentError(
      'name',
      `name must be one of ${Object.keys(makers).join(', ')}, got ${JSON.stringify(name)}`,
    );
  return make(options);
}
