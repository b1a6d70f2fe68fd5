import { createRng, type ImageSet } from '@animals/core';
import { type GridImage, imageGrid, type Section } from '@animals/report';
import type { StudyResults } from '../results.ts';
import { pictureAt } from './picture-at.ts';
import { article } from './words.ts';

/** Pictures shown of each class. */
const SHOWN = 8;

/** What the pictures look like: some of each class, drawn by the seed. */
export async function dataSection({ animal, seed, data }: StudyResults, images: ImageSet): Promise<Section> {
  const order = createRng(seed).split('shown').permutation(images.count);
  const some = (label: number): GridImage[] =>
    Array.from(order)
      .filter((i) => images.labels[i] === label)
      .slice(0, SHOWN)
      .map((i) => pictureAt(images, i));
  const grid = (label: number, title: string) =>
    imageGrid({
      name: `pictures-${label}`,
      title,
      images: some(label),
      columns: SHOWN,
      alt: `${SHOWN} of the pictures, drawn at random.`,
    });
  return {
    title: 'The pictures',
    lead: `${data.positives} with ${article(animal)} and ${data.negatives} without, at the size that the network sees: ${images.width} by ${images.height} pixels.`,
    blocks: [
      { type: 'figure', figure: grid(1, `With ${article(animal)}`) },
      { type: 'figure', figure: grid(0, 'With another animal') },
    ],
  };
}
