import {
  engine,
  getBackend,
  type NamedTensorMap,
  type Tensor,
  tidy,
  type Variable,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { activeVariant, contextOf } from '../wasm/context-of.ts';
import { inChunks } from '../wasm/in-chunks.ts';
import type { WasmContext } from '../wasm/wasm-context.ts';
import { writableAddress } from './writable-address.ts';

/** Gradients as an optimizer receives them: by name, or as a list that keeps the order of the variables. */
export type VariableGradients = NamedTensorMap | readonly { readonly name: string; readonly tensor: Tensor }[];

/** A variable that an optimizer keeps for each trained one; the shape of those in TensorFlow.js. */
export interface Slot {
  originalName: string;
  variable: Variable;
}

/** The slots of one kind, in the order of the trained variables, and the end of their names. */
export interface Slots {
  readonly list: Slot[];
  readonly suffix: string;
}

/** Updates a chunk of one variable in place, given addresses. */
export type Update = (
  exports: WasmContext['exports'],
  count: number,
  value: number,
  gradient: number,
  slots: readonly number[],
) => void;

/**
 * Runs one pass over each variable that has a gradient, creating its slots as the stock optimizers do.
 *
 * @returns false, with nothing done, if the stock formulas have to be used: another backend, kernels not installed, values
 * that are not float32.
 */
export function fusedUpdate(variableGradients: VariableGradients, kinds: readonly Slots[], update: Update): boolean {
  const pairs = namedGradients(variableGradients);
  if (!isFast(pairs)) return false;
  const context = contextOf(engine().backend);
  pairs.forEach(({ name, value, gradient }, index) => {
    for (const kind of kinds) kind.list[index] ??= newSlot(value, `${name}/${kind.suffix}`);
    if (!gradient || value.size === 0) return;
    const slots = kinds.map(({ list }) => writableAddress(context, list[index]!.variable));
    const address = writableAddress(context, value);
    const gradientAddress = context.address(gradient);
    inChunks(value.size, 1, (count, offset) => {
      const at = slots.map((slot) => slot + offset);
      update(context.exports, count, address + offset, gradientAddress + offset, at);
    });
  });
  return true;
}

interface Pair {
  readonly name: string;
  readonly value: Variable;
  readonly gradient: Tensor | null | undefined;
}

function namedGradients(gradients: VariableGradients): Pair[] {
  const named: readonly { name: string; tensor: Tensor | undefined }[] = Array.isArray(gradients)
    ? gradients
    : Object.entries(gradients as NamedTensorMap).map(([name, tensor]) => ({ name, tensor }));
  return named.map(({ name, tensor }) => ({ name, value: engine().registeredVariables[name]!, gradient: tensor }));
}

function isFast(pairs: readonly Pair[]): boolean {
  if (getBackend() !== 'wasm' || activeVariant() === undefined) return false;
  return pairs.every(
    ({ value, gradient }) => value.dtype === 'float32' && (gradient?.dtype ?? 'float32') === 'float32',
  );
}

function newSlot(value: Variable, originalName: string): Slot {
  return { originalName, variable: tidy(() => zerosLike(value).variable(false)) };
}
