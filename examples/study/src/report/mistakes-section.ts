import type { ImageSet } from '@animals/core';
import { mistakesSection as drawMistakes, type Judgement, type Section } from '@animals/report';
import type { BaselineResult, StudyResults } from '../results.ts';
import { pictureAt } from './picture-at.ts';

/** Pictures shown at most: all of them, unless the network only guesses. */
const SHOWN = 120;

/** Every picture that the baseline got wrong while it was held out, the surest mistakes first. */
export function mistakesSection({ outOfFold }: BaselineResult, { animal }: StudyResults, images: ImageSet): Section {
  const nameOf = (label: number | boolean) => (label ? animal : `not ${animal}`);
  const judgements = outOfFold.map(({ id, label, probability }): Judgement => {
    const positive = probability >= 0.5;
    return {
      actual: nameOf(label),
      predicted: nameOf(positive),
      probability: positive ? probability : 1 - probability,
      caption: id.split('/').at(-1) ?? id,
    };
  });
  const section = drawMistakes(judgements, (index) => pictureAt(images, index), {
    title: 'The pictures it got wrong',
    name: 'baseline-wrong',
    shown: SHOWN,
    columns: 6,
  });
  return {
    ...section,
    lead: `${section.lead} The first are worth a look: some are mislabelled, some are hard, some show what the network really learned.`,
  };
}
