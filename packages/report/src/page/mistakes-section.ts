import { ArgumentError } from '@animals/core';
import { contactSheet, type JudgedImage, verdictOf } from '../image/contact-sheet.ts';
import type { Raster } from '../image/raster.ts';
import type { Block, Section } from './report.ts';

/** What a model said of one picture. */
export interface Judgement extends Pick<JudgedImage, 'actual' | 'predicted' | 'caption'> {
  /** Of the predicted class, 0 to 1. */
  readonly probability: number;
}

export interface MistakesOptions {
  /** Default: `Where it was wrong`. */
  readonly title?: string;
  /** Pictures shown at most. Default: 24. */
  readonly shown?: number;
  readonly columns?: number;
  /** File name of the figure. Default: made from the title. */
  readonly name?: string;
}

function perClass(judgements: readonly Judgement[]): Block {
  const classes = [...new Set(judgements.map(({ actual }) => actual))];
  const rows = classes.map((actual) => {
    const own = judgements.filter((judgement) => judgement.actual === actual);
    const wrong = own.filter((judgement) => verdictOf(judgement) === 'wrong').length;
    return { actual, pictures: own.length, wrong, share: wrong / own.length };
  });
  return {
    type: 'table',
    title: 'Mistakes by class',
    columns: [
      { key: 'actual', label: 'Class' },
      { key: 'pictures', label: 'Pictures' },
      { key: 'wrong', label: 'Wrong' },
      { key: 'share', label: 'Share wrong', format: 'percent' },
    ],
    rows,
  };
}

/**
 * A section of the pictures that a model judged wrongly, the surest mistakes first, with counts by class.
 *
 * `pictureOf(i)` is asked only for the pictures that are shown. Without a mistake the section says so.
 * @throws ArgumentError if there is no judgement, a probability is not in [0, 1], or shown is not a whole number from 1.
 */
export function mistakesSection(
  judgements: readonly Judgement[],
  pictureOf: (index: number) => Raster,
  { title = 'Where it was wrong', shown = 24, columns, name }: MistakesOptions = {},
): Section {
  if (judgements.length === 0) throw new ArgumentError('judgements', 'judgements must hold at least one, got none');
  if (!Number.isInteger(shown) || shown < 1) {
    throw new ArgumentError('shown', `shown must be a whole number from 1, got ${shown}`);
  }
  const unsure = judgements.find(({ probability }) => !(probability >= 0 && probability <= 1));
  if (unsure)
    throw new ArgumentError('judgements', `judgements must have a probability in [0, 1], got ${unsure.probability}`);
  const wrong = judgements
    .map((judgement, index) => ({ ...judgement, index }))
    .filter((judgement) => verdictOf(judgement) === 'wrong')
    .sort((a, b) => b.probability - a.probability || a.index - b.index);
  if (wrong.length === 0) {
    return { title, lead: `No picture of ${judgements.length} was judged wrongly.`, blocks: [perClass(judgements)] };
  }
  const images = wrong.slice(0, shown).map(({ index, ...judgement }): JudgedImage => {
    const { pixels, width, height } = pictureOf(index);
    return { ...judgement, pixels, width, height };
  });
  const more = wrong.length > images.length ? ` The ${images.length} surest are shown.` : '';
  const figure = contactSheet({
    title: 'The surest mistakes first',
    name: name ?? 'mistakes',
    caption: 'Percentages: how sure the model was of its wrong answer.',
    images,
    ...(columns !== undefined && { columns }),
  });
  return {
    title,
    lead: `${wrong.length} of ${judgements.length} pictures were judged wrongly.${more}`,
    blocks: [perClass(judgements), { type: 'figure', figure }],
  };
}
