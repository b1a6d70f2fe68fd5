import { imageAt, kerasGenerator, preview } from '@animals/augment';
import { createRng, type ImageSet } from '@animals/core';
import { type Bar, type Block, barChart, type Figure, imageGrid, type Section } from '@animals/report';
import type { AugmentResult, AugmentRow, StudyResults, Summary } from '../results.ts';
import { chanceOf } from './chance-of.ts';

/** Copies shown of one picture, beside itself. */
const SHOWN = 7;
/** Pictures shown with their copies. */
const SOURCES = 2;

/** Changed copies: what they look like, and what the two ways of judging them say. */
export async function augmentSection(result: AugmentResult, results: StudyResults, images: ImageSet): Promise<Section> {
  const { seed, settings, stages, data } = results;
  const baseline = stages.baseline.status === 'done' ? stages.baseline.accuracy : undefined;
  const { epochs, batchSize } = settings.augment as { epochs: number; batchSize: number };
  return {
    title: 'More pictures by changed copies',
    lead: leadOf(result.rows),
    blocks: [
      { type: 'figure', figure: copiesFigure(result, images, seed) },
      { type: 'figure', figure: await waysFigure(result.rows, baseline, chanceOf(results)) },
      { type: 'text', text: explanation(result, data.source) },
      ...result.warnings.map((text): Block => ({ type: 'notice', level: 'warning', title: 'The policy.', text })),
      { type: 'settings', title: 'Settings', settings: { ...result.policy, epochs, batchSize } },
    ],
  };
}

function leadOf(rows: readonly AugmentRow[]): string {
  const gaps = rows.map(({ leaky, honest }) => Math.round(100 * (leaky.accuracy.mean - honest.accuracy.mean)));
  const widest = Math.max(...gaps);
  if (widest <= 0) return 'Judged honestly, the copies do as well as in the leaky way here.';
  return `Split after generating, as the study did, the accuracy looks ${widest} points better than it is.`;
}

function explanation({ rows: [first], nearestNeighbour }: AugmentResult, source: 'real' | 'toy'): string {
  const percent = (fraction: number) => `${(100 * fraction).toFixed(1)}%`;
  return [
    'Leaky: every picture is copied with changes, then all of them are split. A held-out picture has copies of itself in training: the network can recognise it instead of the animal.',
    'Honest: the pictures are split first; only the training part is copied, and only real pictures are judged.',
    `What that leak alone is worth: a nearest neighbour on 24 by 24 pixels, which learns nothing and remembers everything, is right ${percent(nearestNeighbour.leaky)} of the time the leaky way and ${percent(nearestNeighbour.honest)} the honest way (${first?.copies ?? 0} copies).`,
    ...(source === 'toy' ? ['On drawings the leaky split parts the drawing sets too, which adds to the gap.'] : []),
  ].join('\n\n');
}

async function waysFigure(rows: readonly AugmentRow[], baseline: Summary | undefined, chance: number): Promise<Figure> {
  const bar = (label: string, group: string, { mean, ci95 }: Summary): Bar => {
    return { label, group, value: mean, low: Math.max(0, ci95[0]), high: Math.min(1, ci95[1]) };
  };
  const bars = rows.flatMap(({ copies, leaky, honest }) => [
    bar(`${copies} copies, leaky`, 'copies on both sides', leaky.accuracy),
    bar(`${copies} copies, honest`, 'never seen', honest.accuracy),
  ]);
  if (baseline) bars.push(bar('no copies (baseline)', 'never seen', baseline));
  return barChart({
    name: 'augment-ways',
    title: 'The same network and copies, judged in two ways',
    caption: 'Error bars: a 95% t interval over folds. The baseline trained for its own number of epochs.',
    bars,
    xDomain: [0, 1],
    xTitle: 'accuracy',
    format: 'percent',
    references: [{ value: chance, label: 'guessing' }],
  });
}

/** Two pictures, each followed by copies as the policy makes them. */
function copiesFigure({ policy }: AugmentResult, images: ImageSet, seed: number): Figure {
  const generator = kerasGenerator({ ...policy, onWarning: () => undefined });
  const chosen = Array.from(createRng(seed).split('copies shown').permutation(images.count))
    .filter((i) => images.labels[i] === 1)
    .slice(0, SOURCES);
  const rows = chosen.flatMap((i) => {
    const picture = imageAt(images, i);
    const copies = preview(picture, generator, { count: SHOWN, seed, id: images.ids[i] as string });
    return [{ ...picture, caption: 'as it is' }, ...copies];
  });
  return imageGrid({
    name: 'augment-copies',
    title: 'A picture and its copies',
    images: rows,
    columns: SHOWN + 1,
    alt: `${chosen.length} pictures, each followed by ${SHOWN} changed copies of it.`,
  });
}
