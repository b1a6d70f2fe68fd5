import { ArgumentError } from '@animals/core';

/**
 * Probabilities of logits divided by a temperature: a sigmoid for one output, a softmax over each row for several.
 *
 * @throws ArgumentError if the temperature is not positive, or the length is no multiple of `outputs`.
 */
export function applyTemperature(
  logits: ArrayLike<number>,
  temperature: number,
  { outputs = 1 }: { readonly outputs?: number } = {},
): Float32Array {
  if (!(temperature > 0 && Number.isFinite(temperature))) {
    throw new ArgumentError('temperature', `temperature must be positive and finite, got ${temperature}`);
  }
  if (!(Number.isInteger(outputs) && outputs >= 1 && logits.length % outputs === 0)) {
    throw new ArgumentError('outputs', `outputs must divide the ${logits.length} logits, got ${outputs}`);
  }
  if (outputs === 1) return Float32Array.from(logits, (z) => 1 / (1 + Math.exp(-z / temperature)));
  const out = new Float32Array(logits.length);
  for (let at = 0; at < out.length; at += outputs) {
    const row = Array.from({ length: outputs }, (_, k) => (logits[at + k] as number) / temperature);
    const most = Math.max(...row);
    const weights = row.map((z) => Math.exp(z - most));
    const sum = weights.reduce((a, b) => a + b, 0);
    out.set(
      weights.map((weight) => weight / sum),
      at,
    );
  }
  return out;
}
