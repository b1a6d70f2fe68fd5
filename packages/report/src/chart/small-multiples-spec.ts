import { legend } from './legend.ts';
import { lineLook } from './line-look.ts';
import type { Canvas } from './make-chart.ts';
import { groupsOf, scatterLook, scatterMark } from './scatter-look.ts';
import { squareDomains } from './square-domains.ts';
import type { VegaLiteSpec } from './vega-lite-spec.ts';
import { wrapText } from './wrap-text.ts';

/** A row of a small chart's data. */
interface Row {
  readonly x: number;
  readonly y: number | null;
  readonly group: string;
  readonly series?: string;
}

/** A small chart, checked. */
export interface MultiplePanel {
  readonly title: string;
  readonly kind: 'points' | 'lines';
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

export interface MultiplesLayout {
  readonly columns: number;
  readonly scales: 'shared' | 'own' | 'none';
  readonly xTitle: string;
}

type Domains = Readonly<Record<'x' | 'y', readonly [number, number] | null>>;

const known = (rows: readonly Row[]) => rows.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]));

/** What the values of one axis span over all charts, with a little room. */
function sharedDomain(panels: readonly MultiplePanel[], field: 'x' | 'y'): readonly [number, number] | null {
  const all = panels.flatMap(({ rows }) => known(rows)).map((place) => place[field]);
  if (all.length === 0) return null;
  const [low, high] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  const isLines = panels[0]?.kind === 'lines' && field === 'x';
  const room = isLines ? 0 : 0.04 * (high - low);
  return low < high ? [low - room, high + room] : null;
}

interface PanelStyle {
  readonly domains: Domains;
  readonly layout: MultiplesLayout;
  readonly width: number;
  readonly height: number;
  readonly look: object;
  readonly canvas: Canvas;
}

function panelView({ title, kind, rows, notes }: MultiplePanel, style: PanelStyle): object {
  const { domains, layout, width, height, look, canvas } = style;
  const bare = layout.scales === 'none';
  const below = notes.flatMap((note) => wrapText(note, { size: 11, width, maxLines: 1 }));
  const left = { titleFontSize: 11, titleAnchor: 'start', titleAlign: 'left' };
  const axis = (field: 'x' | 'y', text: readonly string[]) => ({
    field,
    type: 'quantitative',
    title: text.length > 0 ? text : null,
    scale: domains[field] ? { domain: domains[field], nice: false } : { zero: false, nice: true },
    axis: bare
      ? { labels: false, ticks: false, grid: false, domain: false, ...left, titlePadding: 4 }
      : { tickCount: 4, labelFlush: false, ...(below.length > 0 ? left : { titleFontSize: 11 }) },
  });
  const xTitle = layout.xTitle ? [layout.xTitle] : [];
  const line = { type: 'line', strokeWidth: 2, strokeCap: 'round', clip: true };
  return {
    width,
    height,
    title: { text: wrapText(title, { bold: true, width, maxLines: 2 }) },
    ...(bare && { view: { stroke: canvas.theme.grid } }),
    data: { values: rows },
    mark: kind === 'points' ? scatterMark(rows.length, width, canvas.theme) : line,
    encoding: {
      x: axis('x', [...xTitle, ...below]),
      y: axis('y', []),
      ...look,
      ...(kind === 'lines' && { detail: { field: 'series' } }),
    },
  };
}

/** The Vega-Lite view of small multiples. */
export function smallMultiplesSpec(
  panels: readonly MultiplePanel[],
  layout: MultiplesLayout,
  canvas: Canvas,
): VegaLiteSpec {
  const { narrow, width: whole, theme } = canvas;
  const columns = Math.min(panels.length, narrow ? Math.min(layout.columns, 2) : layout.columns);
  const [spacing, beside] = [narrow ? 16 : 24, layout.scales === 'none' ? 2 : 40];
  const width = Math.min(340, Math.floor((whole - spacing * (columns - 1)) / columns) - beside);
  const groups = groupsOf(panels.flatMap(({ rows }) => rows));
  const points = panels[0]?.kind === 'points';
  const symbol = points
    ? { symbolSize: 90, symbolOpacity: 1 }
    : { symbolType: 'stroke', symbolStrokeWidth: 3, symbolSize: 220, symbolOpacity: 1 };
  const key = legend(groups, whole, symbol);
  const look = points ? scatterLook(groups, theme, key) : lineLook(groups, theme, key);
  const shared = { x: sharedDomain(panels, 'x'), y: sharedDomain(panels, 'y') };
  const domainsOf = ({ rows }: MultiplePanel): Domains => {
    if (layout.scales === 'none') return squareDomains(known(rows));
    return layout.scales === 'shared' ? shared : { x: null, y: null };
  };
  const height = points ? width : Math.round(width * 0.7);
  const views = panels.map((panel) =>
    panelView(panel, { domains: domainsOf(panel), layout, width, height, look, canvas }),
  );
  return { concat: views, columns, spacing, resolve: { scale: { color: 'shared', shape: 'shared' } } };
}
