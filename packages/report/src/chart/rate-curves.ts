import { averagePrecision, mean, populationSd, rocAuc } from '@animals/core';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import type { Classified } from '../score/classified.ts';
import { precisionAt, precisionPoints } from '../score/precision-points.ts';
import type { RatePoint } from '../score/rate-point.ts';
import { rocAt, rocPoints } from '../score/roc-points.ts';
import { checkSome } from './check-numbers.ts';
import { makeChart } from './make-chart.ts';
import { type BandPoint, type RateCurve, rateCurvesSpec } from './rate-curves-spec.ts';
import { formatValue } from './value-format.ts';

/** What one model said of one set of samples, such as a fold's held-out part. */
export interface ScoredFold extends Classified {
  /** Curves of one name are one model's folds: drawn thin, with their mean in bold and a band of one sd. */
  readonly name: string;
}

export interface RateCurvesOptions extends FigureOptions {
  readonly curves: readonly ScoredFold[];
}

interface Kind {
  readonly what: string;
  readonly area: string;
  readonly curve: (fold: Classified) => RatePoint[];
  readonly areaOf: (labels: Classified['labels'], scores: Classified['scores']) => number;
  readonly at: (points: readonly RatePoint[], x: number) => number;
}

const roc: Kind = { what: 'ROC curve', area: 'AUC', curve: rocPoints, areaOf: rocAuc, at: rocAt };
const precision: Kind = {
  ...{ what: 'Precision-recall curve', area: 'AP' },
  ...{ curve: precisionPoints, areaOf: averagePrecision, at: precisionAt },
};

const gridSteps = 100;

/** The mean of some curves with one standard deviation to either side, read at a hundred places. */
function bandOf(folds: readonly (readonly RatePoint[])[], { at }: Kind): BandPoint[] {
  return Array.from({ length: gridSteps + 1 }, (_, i) => {
    const x = i / gridSteps;
    const heights = folds.map((points) => at(points, x));
    const [y, sd] = [mean(heights), populationSd(heights)];
    return { x, y, low: Math.max(0, y - sd), high: Math.min(1, y + sd) };
  });
}

function curvesOf(folds: readonly ScoredFold[], kind: Kind): RateCurve[] {
  return [...new Set(folds.map(({ name }) => name))].map((name) => {
    const named = folds.filter((fold) => fold.name === name);
    const own = named.map(kind.curve);
    const areas = named.map(({ labels, scores }) => kind.areaOf(labels, scores));
    const several = own.length > 1;
    const spread = several ? ` ± ${formatValue(populationSd(areas))}` : '';
    return {
      label: `${name}, ${kind.area} ${formatValue(mean(areas))}${spread}`,
      folds: own,
      band: several ? bandOf(own, kind) : [],
    };
  });
}

function draw(kind: Kind, { curves: folds, alt, caption, ...figure }: RateCurvesOptions): Promise<Figure> {
  checkSome('curves', folds);
  const curves = curvesOf(folds, kind);
  const positives = folds.flatMap(({ labels }) => Array.from(labels, Number));
  const prevalence = kind === precision ? mean(positives) : null;
  const several = curves.some(({ band }) => band.length > 0);
  const reading =
    caption ?? (several ? 'Thin lines are folds; the bold line is their mean, the band one sd.' : undefined);
  return makeChart((canvas) => rateCurvesSpec(curves, prevalence, canvas), {
    ...figure,
    alt: alt ?? `${kind.what}. ${curves.map(({ label }) => label).join('; ')}.`,
    ...(reading !== undefined && { caption: reading }),
  });
}

/**
 * Draws ROC curves of one or more models, with the area under each, and of a model's folds the mean and a band of one
 * standard deviation.
 *
 * The mean is taken over true positive rates at equal false positive rates; ± is the population sd of the areas.
 * @throws ArgumentError if there is no curve, or one lacks a class, a score or a label.
 * @see Fawcett (2006), An introduction to ROC analysis: vertical averaging.
 */
export async function rocChart(options: RateCurvesOptions): Promise<Figure> {
  return draw(roc, options);
}

/**
 * Draws precision by recall of one or more models, as steps, with the average precision of each.
 *
 * The line across is the share of positives: the precision of guessing.
 * @throws ArgumentError if there is no curve, or one lacks a class, a score or a label.
 * @see Davis and Goadrich (2006), The relationship between precision-recall and ROC curves: why steps and not slopes.
 */
export async function precisionRecallChart(options: RateCurvesOptions): Promise<Figure> {
  return draw(precision, options);
}
