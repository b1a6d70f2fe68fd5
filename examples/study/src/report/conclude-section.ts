import { type Bar, barChart, type Section } from '@animals/report';
import type { ConcludeResult, StudyResults } from '../results.ts';

/** The best model beside what asks for no model at all, and beside the original where the two can be compared. */
export async function concludeSection(result: ConcludeResult, { data }: StudyResults): Promise<Section> {
  const { best, models, chance, metadata, original } = result;
  const bars: Bar[] = [{ label: 'always the larger class', value: chance, group: 'no picture read' }];
  if (metadata) bars.push({ label: 'the file alone', value: metadata.accuracy, group: 'no picture read' });
  for (const { model, accuracy } of models) {
    const [low, high] = [Math.max(0, accuracy.ci95[0]), Math.min(1, accuracy.ci95[1])];
    bars.push({ label: model, value: accuracy.mean, low, high, group: 'this run' });
  }
  if (original) {
    const { mean, sd } = original;
    bars.push({
      label: "the original study's baseline",
      value: mean,
      low: mean - sd,
      high: Math.min(1, mean + sd),
      group: 'original',
    });
  }
  const figure = await barChart({
    name: 'conclusion',
    title: 'Side by side',
    caption: `Error bars: ${[best && 'a 95% t interval over folds for this run', original && 'one standard deviation over folds for the original'].filter(Boolean).join('; ')}.`,
    bars,
    xDomain: [0, 1],
    xTitle: 'accuracy',
    format: 'percent',
  });
  return { title: 'Conclusion', lead: leadOf(result, data.source), blocks: [{ type: 'figure', figure }] };
}

function leadOf({ best, chance, metadata }: ConcludeResult, source: string): string {
  if (!best) return 'No model was trained.';
  const { mean } = best.accuracy;
  if (mean <= chance) return 'The best model is no better than always answering the larger class.';
  if (metadata && metadata.accuracy >= mean) {
    return 'The file alone answers as well as the network: what the network learned from the picture cannot be told from this set.';
  }
  const gain = Math.round(100 * (mean - chance));
  const caveat =
    source === 'toy'
      ? ' These are drawings: the number says that the tools work, not how well they tell real animals.'
      : '';
  return `The best model is ${gain} points better than always answering the larger class, and the files alone do not explain it.${caveat}`;
}
