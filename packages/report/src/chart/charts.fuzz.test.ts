import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawableNumber, figureHolds, fuzzRuns, hostileNumber, hostileText } from '../testing/hostile.ts';
import { barChart } from './bar-chart.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { foldPlot } from './fold-plot.ts';
import { heatMap } from './heat-map.ts';
import { lineChart } from './line-chart.ts';
import { precisionRecallChart, rocChart } from './rate-curves.ts';
import { reliabilityDiagram } from './reliability-diagram.ts';
import { scatterChart } from './scatter-chart.ts';
import { smallMultiples } from './small-multiples.ts';

const number = fc.oneof({ weight: 30, arbitrary: drawableNumber }, hostileNumber);
const scale = fc.constantFrom('linear' as const, 'log' as const);
const format = fc.constantFrom('number' as const, 'percent' as const);
const text = { title: hostileText, name: fc.constant('x'), caption: hostileText };
const some = <T>(of: fc.Arbitrary<T>, maxLength = 6) => fc.array(of, { maxLength });
const label = fc.constantFrom(0, 1);

/** A table of numbers with as many names as it has rows and columns. */
const table = fc
  .tuple(fc.uniqueArray(hostileText, { maxLength: 4 }), fc.uniqueArray(hostileText, { maxLength: 5 }))
  .chain(([rows, columns]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      values: fc.array(fc.array(hostileNumber, { minLength: columns.length, maxLength: columns.length }), {
        minLength: rows.length,
        maxLength: rows.length,
      }),
    }),
  );

const makers = {
  lineChart: fc
    .record({
      ...text,
      yScale: scale,
      xScale: scale,
      xTitle: hostileText,
      yFormat: format,
      series: some(
        fc.record({
          name: hostileText,
          group: hostileText,
          panel: fc.constantFrom('', 'b'),
          values: some(hostileNumber),
        }),
        3,
      ),
      references: some(fc.record({ value: number, label: hostileText }), 2),
    })
    .map((options) => () => lineChart(options)),
  barChart: fc
    .record({ ...text, format, bars: some(fc.record({ label: hostileText, value: number, group: hostileText })) })
    .map((options) => () => barChart(options)),
  scatterChart: fc
    .record({
      ...text,
      axes: fc.constantFrom('numbers' as const, 'none' as const),
      points: some(fc.record({ x: number, y: number, group: hostileText }), 12),
    })
    .map((options) => () => scatterChart(options)),
  confusionMatrix: fc
    .record({
      ...text,
      labels: fc.uniqueArray(hostileText, { minLength: 2, maxLength: 2 }),
      counts: fc.constant([
        [1, 2],
        [3, 1e15],
      ]),
    })
    .map((options) => () => confusionMatrix(options)),
  heatMap: fc
    .record({
      ...text,
      table,
      colours: fc.constantFrom('sequential' as const, 'diverging' as const),
      rowTitle: hostileText,
      format,
    })
    .map(
      ({ table: cells, ...options }) =>
        () =>
          heatMap({ ...options, ...cells }),
    ),
  rocChart: fc
    .record({
      ...text,
      curves: some(
        fc.record({
          name: hostileText,
          scores: fc.tuple(number, number, number),
          labels: fc.tuple(label, label, label),
        }),
        3,
      ),
    })
    .map((options) => () => rocChart(options)),
  precisionRecallChart: fc
    .record({
      ...text,
      curves: some(fc.record({ name: hostileText, scores: fc.tuple(number, number), labels: fc.constant([1, 0]) }), 3),
    })
    .map((options) => () => precisionRecallChart(options)),
  reliabilityDiagram: fc
    .record({
      ...text,
      probabilities: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
      bins: fc.integer({ min: 1, max: 100 }),
    })
    .map((options) => () => reliabilityDiagram({ ...options, outcomes: options.probabilities.map((p) => p > 0.4) })),
  foldPlot: fc
    .record({
      ...text,
      format,
      models: some(fc.record({ label: hostileText, values: some(number, 4) }), 4),
      references: some(fc.record({ value: number, label: hostileText }), 1),
    })
    .map((options) => () => foldPlot(options)),
  smallMultiples: fc
    .record({
      ...text,
      scales: fc.constantFrom('shared' as const, 'own' as const),
      charts: some(
        fc.record({
          title: hostileText,
          series: some(fc.record({ name: hostileText, values: some(hostileNumber) }), 2),
          notes: fc.dictionary(hostileText, hostileNumber, { maxKeys: 2 }),
        }),
        4,
      ),
    })
    .map((options) => () => smallMultiples(options)),
};

describe('charts', () => {
  it.each(Object.entries(makers))(
    '%s draws or refuses whatever it is given',
    async (name, maker) => {
      const outcomes = { drawn: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(maker, async (make) => {
          outcomes[await figureHolds(make)] += 1;
        }),
        fuzzRuns,
      );
      if (process.env.FUZZ_RUNS) console.info(name, outcomes);
      expect(outcomes.drawn + outcomes.refused).toBeGreaterThan(0);
    },
    3_600_000,
  );
});
