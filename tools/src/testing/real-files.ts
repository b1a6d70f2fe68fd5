/** Folder of the real pictures (the six class folders), when `ANIMALS_DATA` names it. */
export const realData: string | undefined = process.env.ANIMALS_DATA || undefined;

/** Folder of the real weights, when `ANIMALS_WEIGHTS` names it. */
export const realWeights: string | undefined = process.env.ANIMALS_WEIGHTS || undefined;
