import { DataError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { StoredArray } from './checkpoint-file.ts';

/** Copies an optimizer's iteration count and slots. */
export async function readOptimizer(optimizer: tf.Optimizer): Promise<StoredArray[]> {
  const slots = await optimizer.getWeights();
  try {
    return [
      ...(await Promise.all(slots.map(({ name, tensor }) => store('slot', name, tensor)))),
      ...(await Promise.all(scalars(optimizer).map(([name, variable]) => store('scalar', name, variable)))),
    ];
  } finally {
    disposeCopies(slots);
  }
}

/** Gives an optimizer what `readOptimizer` read from another of its kind; what it had is disposed. */
export async function writeOptimizer(
  optimizer: tf.Optimizer,
  arrays: readonly StoredArray[],
  path: string,
): Promise<void> {
  const former = await optimizer.getWeights();
  const slots = arrays.filter(({ group }) => group === 'slot').map((array) => ({ ...array, tensor: toTensor(array) }));
  try {
    await optimizer.setWeights(slots.map(({ name, tensor }) => ({ name, tensor })));
    tf.dispose(former.map(({ tensor }) => tensor));
    const stored = new Map(arrays.filter(({ group }) => group === 'scalar').map((array) => [array.name, array]));
    tf.tidy(() => {
      for (const [name, variable] of scalars(optimizer)) {
        const array = stored.get(name);
        if (!array)
          throw new DataError(path, `lacks ${name} of the optimizer; it is of another version of TensorFlow.js`);
        variable.assign(toTensor(array));
      }
    });
  } finally {
    tf.dispose(slots.map(({ tensor }) => tensor));
  }
}

/**
 * The variables that an optimizer keeps to itself beside its slots: the running powers of Adam's betas.
 *
 * `setWeights` computes them anew as powers, which differs in the last bits from the product of many steps.
 */
function scalars(optimizer: tf.Optimizer): [string, tf.Variable][] {
  return Object.entries(optimizer).filter((entry): entry is [string, tf.Variable] => entry[1] instanceof tf.Variable);
}

async function store(group: StoredArray['group'], name: string, tensor: tf.Tensor): Promise<StoredArray> {
  const data = await tensor.data();
  const values = tensor.dtype === 'int32' ? Int32Array.from(data) : Float32Array.from(data);
  return { group, name, shape: tensor.shape, values };
}

function toTensor({ values, shape }: StoredArray): tf.Tensor {
  return tf.tensor(values, [...shape], values instanceof Int32Array ? 'int32' : 'float32');
}

/** `getWeights` gives the slots themselves and a copy of the iteration count; only the latter is ours to dispose. */
function disposeCopies(slots: readonly { tensor: tf.Tensor }[]): void {
  tf.dispose(slots.map(({ tensor }) => tensor).filter((tensor) => !(tensor instanceof tf.Variable)));
}
