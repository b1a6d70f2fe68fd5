export {
  describeWasmKernels,
  type KernelAnswers,
  type WasmKernelsDescription,
} from './install/describe-wasm-kernels.ts';
export { type InstallOptions, installWasmKernels } from './install/install-wasm-kernels.ts';
export { uninstallWasmKernels } from './install/uninstall-wasm-kernels.ts';
export type { Variant } from './wasm/compile-kernels.ts';
export { supportsRelaxedSimd, supportsSimd } from './wasm/supports.ts';
