export {
  describeWasmKernels,
  type KernelAnswers,
  type WasmKernelsDescription,
} from './install/describe-wasm-kernels.ts';
export { type InstallOptions, installWasmKernels } from './install/install-wasm-kernels.ts';
export { uninstallWasmKernels } from './install/uninstall-wasm-kernels.ts';
export { sigmoidCrossEntropyWithLogits } from './losses/sigmoid-cross-entropy-with-logits.ts';
export { softmaxCrossEntropyWithLogits } from './losses/softmax-cross-entropy-with-logits.ts';
export { type FusedOptimizers, fusedOptimizer } from './optimizers/fused-optimizer.ts';
export { WasmAdamOptimizer, type WasmAdamOptions, wasmAdam } from './optimizers/wasm-adam.ts';
export { WasmAdamWOptimizer, type WasmAdamWOptions, wasmAdamW } from './optimizers/wasm-adam-w.ts';
export { WasmAdamaxOptimizer, type WasmAdamaxOptions, wasmAdamax } from './optimizers/wasm-adamax.ts';
export { WasmRmsPropOptimizer, type WasmRmsPropOptions, wasmRmsProp } from './optimizers/wasm-rms-prop.ts';
export { WasmMomentumOptimizer, WasmSgdOptimizer, type WasmSgdOptions, wasmSgd } from './optimizers/wasm-sgd.ts';
export type { Variant } from './wasm/compile-kernels.ts';
export { supportsRelaxedSimd, supportsSimd } from './wasm/supports.ts';
