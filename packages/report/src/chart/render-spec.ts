import type { TopLevelSpec } from 'vega-lite';
import { cleanSvg } from './clean-svg.ts';
import { measureText } from './measure-text.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

export interface RenderOptions {
  /** Called with whatever Vega-Lite or Vega complains of. */
  readonly onWarning?: (message: string) => void;
}

const isBold = (weight: string | number | undefined) => weight === 'bold' || Number(weight) >= 600;

/** Vega's widths of text and its numbering of clip paths are the module's own state: charts are drawn one at a time. */
let queue: Promise<unknown> = Promise.resolve();

/** A loader through which nothing can be read: charts carry their data. */
const noLoader = {
  load: () => Promise.reject(new Error('a chart loads nothing')),
  sanitize: () => Promise.reject(new Error('a chart links to nothing')),
  http: () => Promise.reject(new Error('a chart loads nothing')),
  file: () => Promise.reject(new Error('a chart loads nothing')),
};

/**
 * A copy for Vega, which marks the rows that it is given and takes texts for keys of plain objects: `constructor` would
 * break a chart. Vega trims what it prints, so that the space is not seen.
 */
const ownCopy = (spec: VegaLiteSpec): VegaLiteSpec =>
  JSON.parse(JSON.stringify(spec), (_, value) =>
    typeof value === 'string' && value in Object.prototype ? `${value} ` : value,
  );

/** Everything from specification to SVG, with text measured in DejaVu Sans while it lasts. */
async function draw(spec: VegaLiteSpec, { onWarning = () => {} }: RenderOptions): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const logger = vega.logger(vega.Warn);
  logger.warn = (...messages) => {
    onWarning(messages.join(' '));
    return logger;
  };
  // Vega goes on after a failure, and would leave out an axis.
  const failures: unknown[] = [];
  logger.error = (...messages) => {
    failures.push(...messages);
    return logger;
  };
  const metrics = (vega as unknown as { textMetrics: { width: (item: TextItem, text: unknown) => number } })
    .textMetrics;
  const { resetSVGDefIds } = vega as unknown as { resetSVGDefIds: () => void };
  const before = metrics.width;
  metrics.width = ({ fontSize = 11, fontWeight }, text) =>
    measureText(String(text ?? ''), { size: fontSize, bold: isBold(fontWeight) });
  resetSVGDefIds();
  try {
    const compiled = compile(ownCopy(spec) as unknown as TopLevelSpec, { logger });
    const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger, loader: noLoader });
    const svg = await view.toSVG();
    view.finalize();
    if (failures.length > 0) throw new Error(`Vega failed: ${failures[0]}`, { cause: failures[0] });
    return cleanSvg(svg);
  } finally {
    metrics.width = before;
  }
}

/**
 * Draws a Vega-Lite specification as SVG, without a browser.
 *
 * The same specification gives the same bytes. Nothing is loaded: data is part of the specification.
 */
export function renderSpec(spec: VegaLiteSpec, options: RenderOptions = {}): Promise<string> {
  const drawn = queue.then(() => draw(spec, options));
  queue = drawn.catch(() => {});
  return drawn;
}
