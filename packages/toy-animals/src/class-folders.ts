import type { ToyAnimal } from './toy-scene.ts';

/** Names of the two classes of an animal, as its folders of photographs are called. */
export interface ClassFolders {
  readonly positive: string;
  readonly negative: string;
}

/** The two folders of an animal: `fox` and `Fox_negative_class`. */
export function classFolders(animal: ToyAnimal): ClassFolders {
  return { positive: animal, negative: `${animal.charAt(0).toUpperCase()}${animal.slice(1)}_negative_class` };
}
