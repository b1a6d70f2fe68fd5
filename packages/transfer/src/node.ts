export { detectFormat, type WeightsFormat } from './formats/detect-format.ts';
export type { NamedWeight, NamedWeights } from './formats/named-weights.ts';
