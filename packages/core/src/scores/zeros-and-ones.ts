/** Labels as numbers, where some of them are booleans. */
export const zerosAndOnes = (labels: ArrayLike<number | boolean>): number[] =>
  Array.from(labels, (label) => (typeof label === 'boolean' ? Number(label) : label));
