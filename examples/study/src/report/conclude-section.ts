import { type Bar, barChart, type Section } from '@animals/report';
import type { ConcludeResult, OriginalScore, StudyResults } from '../results.ts';

/** The best model beside what asks for no network, and beside the original where the two can be compared. */
export async function concludeSection(result: ConcludeResult, { data }: StudyResults): Promise<Section> {
  const figure = await barChart({
    name: 'conclusion',
    title: 'Side by side',
    caption: captionOf(result),
    bars: [...trivialBars(result), ...result.models.map(modelBar), ...result.original.map(originalBar)],
    xDomain: [0, 1],
    xTitle: 'accuracy',
    format: 'percent',
  });
  return { title: 'Conclusion', lead: leadOf(result, data.source), blocks: [{ type: 'figure', figure }] };
}

function captionOf({ original }: ConcludeResult): string {
  const bars = ['a 95% t interval over folds for this run'];
  if (original.length > 0) bars.push('one standard deviation over folds for the original');
  const leaky = original.some((score) => score.leaky)
    ? ' Leaky: copies of held-out pictures were learned from, so the number is too good.'
    : '';
  return `Error bars: ${bars.join('; ')}.${leaky}`;
}

function trivialBars({ chance, metadata, pixels }: ConcludeResult): Bar[] {
  return [
    { label: 'always the larger class', value: chance, group: 'no network' },
    ...(metadata ? [{ label: 'the file alone', value: metadata.accuracy, group: 'no network' }] : []),
    bar('logistic regression, 32 x 32 pixels', 'no network', pixels.mean, pixels.ci95),
  ];
}

function modelBar({ model, accuracy }: ConcludeResult['models'][number]): Bar {
  return bar(model, 'this run', accuracy.mean, accuracy.ci95);
}

function originalBar({ model, mean, sd, leaky }: OriginalScore): Bar {
  return bar(`original: ${model}${leaky ? ', leaky' : ''}`, 'original', mean, [mean - sd, mean + sd]);
}

function bar(label: string, group: string, value: number, [low, high]: readonly [number, number]): Bar {
  return { label, group, value, low: Math.max(0, low), high: Math.min(1, high) };
}

function leadOf({ best, chance, metadata, pixels }: ConcludeResult, source: string): string {
  if (!best) return 'No model was trained.';
  const { mean } = best.accuracy;
  if (mean <= chance) return 'The best model is no better than always answering the larger class.';
  if (metadata && metadata.accuracy >= mean) {
    return 'The file alone answers as well as the network: what the network learned from the picture cannot be told from this set.';
  }
  if (pixels.mean >= mean) {
    return `A logistic regression on 32 x 32 pixels answers as well as the best network: no network was needed.`;
  }
  const gain = Math.round(100 * (mean - chance));
  const caveat =
    source === 'toy'
      ? ' These are drawings: the number says that the tools work, not how well they tell real animals.'
      : '';
  return `The best model is ${gain} points better than always answering the larger class, and the files alone do not explain it.${caveat}`;
}
