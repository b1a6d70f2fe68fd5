import type { KernelConfig, NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { contextOf } from '../wasm/context-of.ts';
import type { WasmContext } from '../wasm/wasm-context.ts';

/** One call of a kernel. Inputs that the caller left out are undefined or null. */
export interface KernelCall {
  readonly inputs: Readonly<Record<string, TensorInfo | null | undefined>>;
  readonly attrs: NamedAttrMap;
  readonly context: WasmContext;
}

/** Computes a call, or returns null to leave it to the stock kernel. */
export type Compute = (call: KernelCall) => TensorInfo | TensorInfo[] | null;

/** How often a kernel of ours was asked, and who answered. */
interface Answers {
  ours: number;
  stock: number;
}

const STOCK = Symbol.for('@animals/wasm-kernels/stock');

/** A kernel of ours for the WASM backend, with the one that it stands in for. */
export interface KernelOverride extends KernelConfig {
  readonly [STOCK]: KernelConfig | undefined;
  readonly answers: Answers;
}

/** A kernel of ours, not yet bound to a stock kernel. */
export interface KernelDefinition {
  readonly kernelName: string;
  readonly backendName: 'wasm';
  readonly compute: Compute;
}

/** Defines a kernel of ours for the WASM backend. */
export function defineKernel(kernelName: string, compute: Compute): KernelDefinition {
  return { kernelName, backendName: 'wasm', compute };
}

/** Binds a definition to the kernel that it stands in for, which answers whatever ours leaves. */
export function override(definition: KernelDefinition, stock: KernelConfig | undefined): KernelOverride {
  const { kernelName, backendName, compute } = definition;
  const answers: Answers = { ours: 0, stock: 0 };
  return {
    kernelName,
    backendName,
    answers,
    [STOCK]: stock,
    // the engine calls these when a backend is created or disposed; ours has no need of them, the stock kernel has
    setupFunc: (backend) => stock?.setupFunc?.(backend),
    disposeFunc: (backend) => stock?.disposeFunc?.(backend),
    kernelFunc: (call) => {
      const { inputs, backend, attrs } = call;
      const result = compute({ inputs, attrs: attrs ?? {}, context: contextOf(backend) });
      answers[result ? 'ours' : 'stock']++;
      if (result) return result;
      if (!stock) throw new Error(`Kernel '${kernelName}' of the WASM backend does not support these inputs`);
      return stock.kernelFunc(call);
    },
  };
}

/** Whether a registered kernel is ours, of whichever copy of this package. */
export function isOverride(config: KernelConfig | undefined): config is KernelOverride {
  return config !== undefined && STOCK in config;
}

/** The kernel that ours stands in for. */
export function stockOf(config: KernelConfig | undefined): KernelConfig | undefined {
  return isOverride(config) ? config[STOCK] : config;
}
