import { escapeMarkup } from '../figure/escape-markup.ts';
import type { Figure, FigureOptions } from '../figure/figure.ts';
import { figureName } from '../figure/figure-name.ts';
import { wellFormed } from '../figure/well-formed.ts';
import { renderSpec } from './render-spec.ts';
import { darkTheme, lightTheme, type Theme, themeConfig } from './theme.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';
import { wrapText } from './wrap-text.ts';

/** What a chart is drawn for. */
export interface Canvas {
  readonly theme: Theme;
  /** About how wide the whole drawing becomes, in pixels. */
  readonly width: number;
  readonly narrow: boolean;
}

/** The chart without title and colours of its surroundings. */
export type BuildSpec = (canvas: Canvas) => VegaLiteSpec;

const wideWidth = 720;
const narrowWidth = 340;

/** A chart's own heading becomes the line below the title. */
function heading(title: string, { width }: Canvas, own: unknown): object {
  const text = wrapText(title, { size: 16, bold: true, width });
  const subtitle = (own as { text?: string[] } | undefined)?.text;
  return { text, fontSize: 16, offset: 16, ...(subtitle && { subtitle, subtitlePadding: 12 }) };
}

function completeSpec(build: BuildSpec, canvas: Canvas, title?: string): VegaLiteSpec {
  const chart = build(canvas);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...chart,
    ...(title && { title: heading(title, canvas, chart.title) }),
    padding: title ? 16 : 2,
    background: title ? canvas.theme.paper : null,
    config: themeConfig(canvas.theme),
  };
}

/** Names an SVG for screen readers and file viewers. */
const withTitle = (svg: string, title: string) =>
  svg.replace('>', () => ` role="img"><title>${escapeMarkup(wellFormed(title))}</title>`);

/** Draws a chart five times: to stand alone, and for a page on light and dark paper, wide and narrow. */
export async function makeChart(build: BuildSpec, options: FigureOptions & { readonly alt: string }): Promise<Figure> {
  const { title, name, alt, caption } = options;
  const checkedName = figureName(title, name);
  const draw = async (theme: Theme, narrow: boolean) => {
    const canvas = { theme, narrow, width: narrow ? narrowWidth : wideWidth };
    return wellFormed(await renderSpec(completeSpec(build, canvas)));
  };
  const spec = completeSpec(build, { theme: lightTheme, narrow: false, width: wideWidth }, title);
  const svg = wellFormed(await renderSpec(spec));
  return {
    name: checkedName,
    title,
    alt,
    ...(caption !== undefined && { caption }),
    svg: withTitle(svg, `${title}. ${alt}`),
    page: {
      wide: { light: await draw(lightTheme, false), dark: await draw(darkTheme, false) },
      narrow: { light: await draw(lightTheme, true), dark: await draw(darkTheme, true) },
    },
    spec,
  };
}
