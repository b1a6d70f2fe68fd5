import type { History } from '@animals/core';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { checkSome } from './check-numbers.ts';
import { lineChart } from './line-chart.ts';
import type { PanelAxes } from './line-panel.ts';
import type { LineSeries } from './line-series.ts';

export interface LearningCurvesOptions extends FigureOptions {
  /** Accuracy of guessing, drawn as a line across. */
  readonly chance?: number;
  /** What the two kinds of pictures are called. */
  readonly names?: { readonly train: string; readonly validation: string };
}

function seriesOf(
  histories: readonly History[],
  { train, validation }: { train: string; validation: string },
): LineSeries[] {
  return histories.flatMap((history, i) => {
    const line = (panel: string, group: string, pick: (record: History[number]) => number | undefined) => {
      const points = history.map((record) => ({ x: record.epoch + 1, y: pick(record) ?? null }));
      return points.some(({ y }) => y !== null) ? [{ name: `fold ${i + 1}`, panel, group, points }] : [];
    };
    return [
      ...line('Loss', train, ({ loss }) => loss),
      ...line('Loss', validation, ({ valLoss }) => valLoss),
      ...line('Accuracy', train, ({ accuracy }) => accuracy),
      ...line('Accuracy', validation, ({ valAccuracy }) => valAccuracy),
    ];
  });
}

/** From the ten per cent step below the lowest accuracy to one. */
function accuracyDomain(histories: readonly History[], chance: number | undefined): [number, number] {
  const all = histories.flatMap((history) =>
    history.flatMap(({ accuracy, valAccuracy }) => [accuracy, valAccuracy ?? 1]),
  );
  const lowest = Math.min(1, chance ?? 1, ...all.filter(Number.isFinite));
  return [Math.max(0, Math.floor(lowest * 10) / 10), 1];
}

/**
 * Draws loss and accuracy by epoch, one thin line a fold and the mean in bold, training against validation.
 *
 * Epochs are counted from 1, as people do.
 * @throws ArgumentError if there is no history.
 */
export async function learningCurves(histories: readonly History[], options: LearningCurvesOptions): Promise<Figure> {
  const { chance, names = { train: 'training', validation: 'validation' }, ...figure } = options;
  checkSome('histories', histories.flat());
  const references = chance === undefined ? [] : [{ value: chance, label: 'guessing' }];
  const accuracy: PanelAxes = { yFormat: 'percent', yDomain: accuracyDomain(histories, chance), references };
  return lineChart({ ...figure, series: seriesOf(histories, names), xTitle: 'epoch', panels: { Accuracy: accuracy } });
}
