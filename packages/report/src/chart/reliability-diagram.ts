import { ArgumentError, type Reliability, reliability } from '@animals/core';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { makeChart } from './make-chart.ts';
import { reliabilitySpec } from './reliability-spec.ts';
import { formatValue } from './value-format.ts';

export interface ReliabilityDiagramOptions extends FigureOptions {
  /** Of the positive class, or of the predicted class where there are more than two; each in [0, 1]. */
  readonly probabilities: ArrayLike<number>;
  /** Whether it came true, one a probability: 1 or true, 0 or false. */
  readonly outcomes: ArrayLike<number | boolean>;
  /** Intervals of equal width, 1 to 100. Default: 10. */
  readonly bins?: number;
}

function describe({ bins, ece }: Reliability, count: number): string {
  const percent = (share: number) => formatValue(share, { format: 'percent', digits: 2 });
  const said = bins.flatMap(({ confidence, frequency, count: own }) =>
    confidence === null || frequency === null ? [] : [`${percent(confidence)}: ${percent(frequency)} of ${own}`],
  );
  return `Reliability diagram of ${count} predictions, ECE ${formatValue(ece)}. Predicted, then observed: ${said.join('; ')}.`;
}

/**
 * Draws whether probabilities can be believed: the observed share by the predicted one in bins, the gap to the diagonal,
 * the 95% Wilson interval of each share, the expected calibration error, and below how many predictions each bin holds.
 *
 * @throws ArgumentError unless each probability is in [0, 1] with an outcome of 0 or 1, and bins is from 1 to 100.
 * @see Guo et al. (2017), On Calibration of Modern Neural Networks.
 */
export async function reliabilityDiagram(options: ReliabilityDiagramOptions): Promise<Figure> {
  const { probabilities, outcomes, bins = 10, alt, ...figure } = options;
  if (bins > 100) throw new ArgumentError('bins', `bins must be an integer from 1 to 100, got ${bins}`);
  const result = reliability(outcomes, probabilities, { bins });
  const described = alt ?? describe(result, outcomes.length);
  return makeChart((canvas) => reliabilitySpec(result, canvas), { ...figure, alt: described });
}
