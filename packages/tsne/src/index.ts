export type { FloatMatrix, Input, ShapedArray } from './input/input.ts';
export { type NearestOptions, nearestNeighbours } from './neighbours/nearest-neighbours.ts';
export { neighbourRecall, type RecallOptions } from './neighbours/neighbour-recall.ts';
export type { Metric, NeighbourMethod, NeighbourOptions, Neighbours } from './neighbours/neighbours.ts';
export { pca } from './pca/pca.ts';
export type { Pca } from './pca/pca-model.ts';
export type { PcaOptions } from './pca/pca-options.ts';
