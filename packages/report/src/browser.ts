export { type AnimationOptions, animation } from './animation/animation.ts';
export { encodeGif, type GifOptions } from './animation/encode-gif.ts';
export { encodeWebp, type WebpOptions } from './animation/encode-webp.ts';
export type { FramesOptions } from './animation/frames-options.ts';
export { type Bar, type BarChartOptions, barChart } from './chart/bar-chart.ts';
export { type ConfusionMatrixOptions, confusionMatrix } from './chart/confusion-matrix.ts';
export { type FoldPlotOptions, type FoldScores, foldPlot } from './chart/fold-plot.ts';
export { type HeatMapOptions, heatMap } from './chart/heat-map.ts';
export { type LearningCurvesOptions, learningCurves } from './chart/learning-curves.ts';
export { type LineChartOptions, lineChart } from './chart/line-chart.ts';
export type { PanelAxes, Reference } from './chart/line-panel.ts';
export type { LineSeries, Point } from './chart/line-series.ts';
export { precisionRecallChart, type RateCurvesOptions, rocChart, type ScoredFold } from './chart/rate-curves.ts';
export { type ReliabilityDiagramOptions, reliabilityDiagram } from './chart/reliability-diagram.ts';
export { type ScatterChartOptions, type ScatterPoint, scatterChart } from './chart/scatter-chart.ts';
export { type SmallChart, type SmallMultiplesOptions, smallMultiples } from './chart/small-multiples.ts';
export { type FormatOptions, formatValue, type ValueFormat } from './chart/value-format.ts';
export type { VegaLiteSpec } from './chart/vega-lite-spec.ts';
export type { Figure, FigureOptions, Moving, ThemedSvg, Thumbnail, Verdict } from './figure/figure.ts';
export { type ContactSheetOptions, contactSheet, type JudgedImage } from './image/contact-sheet.ts';
export { type GridImage, type ImageGridOptions, imageGrid } from './image/image-grid.ts';
export type { Raster } from './image/raster.ts';
export { type ThumbnailScatterOptions, thumbnailScatter } from './image/thumbnail-scatter.ts';
export type { Classified } from './score/classified.ts';
export {
  type EmbeddingView,
  type EmbeddingViewer,
  type EmbeddingViewerOptions,
  embeddingViewer,
} from './viewer/embedding-viewer.ts';
export type { SpriteData, ViewData, ViewerData, ViewerPhase } from './viewer/viewer-data.ts';
