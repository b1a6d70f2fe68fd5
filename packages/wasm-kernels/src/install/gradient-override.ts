import type { GradConfig, NamedAttrMap, Tensor } from '@tensorflow/tfjs-core';
import { engine, getBackend } from '@tensorflow/tfjs-core';

type Gradients = ReturnType<GradConfig['gradFunc']>;

/** Computes the gradients of a call, or returns null to leave it to the stock gradient. */
export type Differentiate = (dy: Tensor, saved: readonly Tensor[], attrs: NamedAttrMap) => Gradients | null;

const STOCK = Symbol.for('@animals/wasm-kernels/stock-gradient');

/** A gradient of ours, with the one that it stands in for. */
export interface GradientOverride extends GradConfig {
  readonly [STOCK]: GradConfig;
}

/** A gradient of ours, not yet bound to a stock gradient. */
export interface GradientDefinition {
  readonly kernelName: string;
  readonly differentiate: Differentiate;
}

/** Defines a gradient of ours. It receives what the stock gradient saves. */
export function defineGradient(kernelName: string, differentiate: Differentiate): GradientDefinition {
  return { kernelName, differentiate };
}

/**
 * Binds a definition to the gradient that it stands in for. That one answers on every other backend, and inside another
 * gradient, where each step must be differentiable itself.
 */
export function overrideGradient(
  { kernelName, differentiate }: GradientDefinition,
  stock: GradConfig,
): GradientOverride {
  return {
    ...stock,
    kernelName,
    [STOCK]: stock,
    gradFunc: (dy, saved, attrs) => {
      const first = Array.isArray(dy) ? dy[0] : dy;
      const ours = first && applies(first, saved) ? differentiate(first, saved, attrs) : null;
      return ours ?? stock.gradFunc(dy, saved, attrs);
    },
  };
}

function applies(dy: Tensor, saved: readonly (Tensor | null | undefined)[]): boolean {
  if (getBackend() !== 'wasm' || engine().state.gradientDepth > 0) return false;
  return dy.dtype === 'float32' && saved.every((tensor) => tensor == null || tensor.dtype === 'float32');
}

/** Whether a registered gradient is ours, of whichever copy of this package. */
export function isGradientOverride(config: GradConfig | undefined): config is GradientOverride {
  return config !== undefined && STOCK in config;
}

/** The gradient that ours stands in for. */
export function stockGradientOf(config: GradConfig | undefined): GradConfig | undefined {
  return isGradientOverride(config) ? config[STOCK] : config;
}
