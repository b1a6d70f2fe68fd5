export type { FloatMatrix, Input, ShapedArray } from './input/input.ts';
export type { Metric, NeighbourMethod, NeighbourOptions, Neighbours } from './neighbours/neighbours.ts';
