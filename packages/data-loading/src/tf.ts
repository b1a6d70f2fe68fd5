export { type Batch, type BatchOptions, batches } from './tf/batches.ts';
export { toTensor } from './tf/to-tensor.ts';
