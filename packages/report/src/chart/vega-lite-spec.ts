/** A Vega-Lite specification as plain JSON. Every field name and expression in it is ours; users' strings are data. */
export type VegaLiteSpec = Readonly<Record<string, unknown>>;
