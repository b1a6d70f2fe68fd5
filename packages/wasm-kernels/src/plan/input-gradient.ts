import type { WasmContext } from '../wasm/wasm-context.ts';
import { type Conv2DInfo, type ConvolutionAddresses, convolveInputGradient } from './convolution.ts';
import { canScatter, scatterInputGradient } from './scatter-convolution.ts';
import { winogradInputGradient } from './winograd-convolution.ts';

/** Input channels below which a product over all taps is the fastest way, with and without stride. */
const FEW_STRIDED = 16;
const FEW = 8;
/** Input channels from which on the product over all taps has nothing over the phases, whose results need no adding up. */
const MANY = 64;

/** The gradient of a convolution's input at `at.x`, from dy at `at.y`, the fastest way. */
export function inputGradient(context: WasmContext, info: Conv2DInfo, at: ConvolutionAddresses): void {
  const { inChannels } = info;
  const scatters = canScatter(info);
  if (scatters && inChannels < (info.strideWidth > 1 ? FEW_STRIDED : FEW)) {
    scatterInputGradient(context, info, at);
    return;
  }
  if (winogradInputGradient(context, info, at)) return;
  if (scatters && inChannels < MANY) scatterInputGradient(context, info, at);
  else convolveInputGradient(context, info, at);
}
