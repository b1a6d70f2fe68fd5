/** Colours and type of a chart. */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  /** Of an empty cell: just told from the paper. */
  readonly tint: string;
  /** Told apart by people with any common colour blindness, and at least 3:1 against the paper. */
  readonly palette: readonly string[];
}

/** Interface fonts of the common systems; DejaVu Sans, whose widths charts are laid out for, is the one to fall back on. */
export const chartFont =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

/**
 * For white paper: the colours of Okabe and Ito, with orange and sky blue darkened for contrast and yellow left out.
 * @see Okabe and Ito (2008), Color Universal Design.
 */
export const lightTheme: Theme = {
  name: 'light',
  paper: '#ffffff',
  ink: '#1d1c1a',
  muted: '#5d5a54',
  grid: '#e4e1da',
  tint: '#f4f2ed',
  palette: ['#0072b2', '#d55e00', '#00896a', '#b5558d', '#a87400', '#2f8fc4', '#55524c'],
};

/** For dark paper: the same hues, lightened. */
export const darkTheme: Theme = {
  name: 'dark',
  paper: '#181a1c',
  ink: '#eceae5',
  muted: '#a9a59d',
  grid: '#34373a',
  tint: '#23272a',
  palette: ['#56b4e9', '#ff8f4a', '#2bc59b', '#e596c3', '#e6b422', '#8fc8ef', '#b8b4ab'],
};

/** Vega-Lite configuration that gives every chart the same restrained look. */
export function themeConfig({ ink, muted, grid, palette }: Theme): object {
  const text = {
    labelFontSize: 12,
    titleFontSize: 12,
    labelColor: muted,
    titleColor: muted,
    titleFontWeight: 'normal',
  };
  return {
    font: chartFont,
    aria: false,
    background: null,
    view: { stroke: null },
    axis: { ...text, gridColor: grid, domain: false, ticks: false, labelPadding: 7, titlePadding: 10, aria: false },
    axisX: {
      grid: false,
      domain: true,
      domainColor: muted,
      ticks: true,
      tickColor: muted,
      tickSize: 4,
      labelPadding: 4,
    },
    axisY: { tickCount: 5 },
    legend: { ...text, labelColor: ink, orient: 'top', direction: 'horizontal', title: null, offset: 10, aria: false },
    title: {
      anchor: 'start',
      color: ink,
      fontSize: 12,
      fontWeight: 'bold',
      offset: 10,
      subtitleColor: ink,
      subtitleFontSize: 12,
      subtitleFontWeight: 'bold',
      aria: false,
    },
    range: { category: palette },
    mark: { invalid: 'break-paths-filter-domains' },
  };
}
