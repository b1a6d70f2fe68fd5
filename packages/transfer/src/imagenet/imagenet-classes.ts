import { CLASS_LINES } from './class-lines.ts';

/** A class of ImageNet. */
export interface ImageNetClass {
  /** Id of its meaning in WordNet 3.0, such as n02129604. */
  readonly wnid: string;
  /** First name of that meaning, such as tiger; two pairs of classes share one. */
  readonly name: string;
}

/**
 * The 1000 classes of ImageNet, in the order of a network's scores.
 *
 * @see Russakovsky et al., "ImageNet Large Scale Visual Recognition Challenge" (2015)
 */
export function imageNetClasses(): readonly ImageNetClass[] {
  return CLASS_LINES.split('\n').map((line) => {
    const [wnid, name] = line.split(' ') as [string, string];
    return { wnid, name };
  });
}
