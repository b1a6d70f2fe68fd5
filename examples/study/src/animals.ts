/** The three tasks of the study: is the animal in the picture, or another one? */
export const ANIMALS = ['elephant', 'tiger', 'fox'] as const;

export type Animal = (typeof ANIMALS)[number];

/** The pair of class folders of a task, named as in the public data set. */
export function classFolders(animal: Animal): { positive: string; negative: string } {
  return { positive: animal, negative: `${animal[0]?.toUpperCase()}${animal.slice(1)}_negative_class` };
}
