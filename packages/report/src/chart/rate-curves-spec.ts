import type { RatePoint } from '../score/rate-point.ts';
import { legend } from './legend.ts';
import { lineLook } from './line-look.ts';
import type { Canvas } from './make-chart.ts';
import { formatValue } from './value-format.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';

/** The mean of a model's curves, with one sd below and above. */
export interface BandPoint extends RatePoint {
  readonly low: number;
  readonly high: number;
}

/** What is drawn of one model. */
export interface RateCurve {
  readonly label: string;
  readonly folds: readonly (readonly RatePoint[])[];
  /** Empty for a single fold. */
  readonly band: readonly BandPoint[];
}

/** Steps of precision hold to the left of their recall. */
const interpolateOf = (prevalence: number | null) => (prevalence === null ? 'linear' : 'step-before');

function curveLayers(curves: readonly RateCurve[], prevalence: number | null): object[] {
  const interpolate = interpolateOf(prevalence);
  const rows = (points: readonly RatePoint[], group: string, fold: string) => {
    const start = prevalence !== null && points[0] && points[0].x > 0 ? [{ ...points[0], x: 0 }] : [];
    return [...start, ...points].map((point, order) => ({ ...point, order, group, fold }));
  };
  const bands = curves.flatMap(({ label, band }) => band.map((point) => ({ ...point, group: label })));
  const thin = curves.flatMap(({ label, folds, band }) =>
    band.length === 0 ? [] : folds.flatMap((points, i) => rows(points, label, `${i}`)),
  );
  const bold = curves.flatMap(({ label, folds, band }) => rows(band.length > 0 ? band : (folds[0] ?? []), label, ''));
  const order = { field: 'order', type: 'quantitative' };
  const layers = [
    {
      data: { values: bands },
      mark: { type: 'area', opacity: 0.16, interpolate },
      encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
    },
    {
      data: { values: thin },
      mark: { type: 'line', strokeWidth: 1, opacity: 0.4, interpolate },
      encoding: { detail: { field: 'fold' }, order },
    },
    {
      data: { values: bold },
      mark: { type: 'line', strokeWidth: 2.5, strokeCap: 'round', strokeJoin: 'round', interpolate },
      encoding: { order },
    },
  ];
  return layers.filter(({ data }) => data.values.length > 0);
}

/** Where guessing lies: on the diagonal, or at the share of positives. */
function guessLayers(prevalence: number | null, { theme }: Canvas, side: number): object[] {
  const ends = prevalence === null ? [0, 1] : [prevalence, prevalence];
  const values = ends.map((y, x) => ({ x, y }));
  const bare = { color: null };
  const label = prevalence === null ? 'guessing' : `guessing, ${formatValue(prevalence)}`;
  // The diagonal's label lies along it, the other's right above the line.
  const mark = prevalence === null ? { angle: -45, align: 'center' } : { align: 'right' };
  const at = prevalence === null ? { x: { value: side * 0.82 }, y: { value: side * 0.18 } } : { x: { value: side } };
  return [
    {
      data: { values },
      mark: { type: 'line', strokeDash: [2, 3], color: theme.muted, strokeWidth: 1 },
      encoding: bare,
    },
    {
      data: { values: values.slice(0, 1) },
      mark: {
        type: 'text',
        baseline: prevalence === null ? 'top' : 'bottom',
        dy: prevalence === null ? 4 : -3,
        fontSize: 11,
        color: theme.muted,
        ...mark,
      },
      encoding: { ...bare, ...at, text: { value: label } },
    },
  ];
}

/** The Vega-Lite view of ROC curves, or of precision-recall curves when the share of positives is given. */
export function rateCurvesSpec(curves: readonly RateCurve[], prevalence: number | null, canvas: Canvas): VegaLiteSpec {
  const side = Math.min(400, canvas.width - 56);
  const labels = curves.map(({ label }) => label);
  const symbol = { symbolType: 'stroke', symbolStrokeWidth: 3, symbolSize: 220, symbolOpacity: 1 };
  // A single model has its area in the legend as well.
  const key = legend(labels, side + 40, symbol, { always: true, limit: side });
  const axis = (field: 'x' | 'y', title: string | null) => ({
    field,
    type: 'quantitative',
    title,
    scale: { domain: [0, 1], nice: false },
    axis: { tickCount: 5, format: '~g', labelFlush: false },
  });
  const [x, y] = prevalence === null ? ['false positive rate', 'true positive rate'] : ['recall', 'precision'];
  return {
    width: side,
    height: side,
    title: { text: y },
    encoding: { x: axis('x', x), y: axis('y', null), ...lineLook(labels, canvas.theme, key) },
    layer: [...guessLayers(prevalence, canvas, side), ...curveLayers(curves, prevalence)],
  };
}
