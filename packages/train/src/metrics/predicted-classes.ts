import { ArgumentError } from '@animals/core';

/**
 * Class indices that a model's outputs stand for.
 *
 * @param probabilities as `predictProbabilities` gives them: one value a sample, or `outputs` values, row by row
 * One output says 1 where it is above `threshold`; several say the first largest one.
 * @throws ArgumentError if the length is no multiple of `outputs`.
 */
export function predictedClasses(
  probabilities: ArrayLike<number>,
  { outputs = 1, threshold = 0.5 }: { readonly outputs?: number; readonly threshold?: number } = {},
): number[] {
  const count = probabilities.length / outputs;
  if (!(Number.isInteger(outputs) && outputs >= 1 && Number.isInteger(count))) {
    throw new ArgumentError('outputs', `outputs must divide the ${probabilities.length} probabilities, got ${outputs}`);
  }
  if (outputs === 1) return Array.from(probabilities, (p) => Number(p > threshold));
  return Array.from({ length: count }, (_, i) => {
    let best = 0;
    for (let k = 1; k < outputs; k++) {
      if ((probabilities[i * outputs + k] as number) > (probabilities[i * outputs + best] as number)) best = k;
    }
    return best;
  });
}
