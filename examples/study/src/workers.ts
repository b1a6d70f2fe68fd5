import { availableParallelism, freemem } from 'node:os';

/** What one training process needs at the least, in bytes: Node, the backend's heap and a checkpoint on its way. */
const BYTES_PER_PARAMETER = 4 * 8;
const BASE_BYTES = 400 * 2 ** 20;
/** What fine-tuning the largest network needs: VGG19 at 224 pixels, 8 pictures a batch, peaked at 2.4 GiB. */
const FINE_TUNING_BYTES = 3 * 2 ** 30;

export interface WorkerLimits {
  readonly folds: number;
  /** Parameters of the largest model that a worker trains. */
  readonly parameters: number;
  /** Whether networks of ImageNet are fine-tuned. */
  readonly fineTunes?: boolean;
  readonly requested?: number | undefined;
  readonly cores?: number;
  readonly memory?: number;
}

/** How many worker processes to start: what was asked for, else one a core, as far as folds and memory go. */
export function workerCount({
  folds,
  parameters,
  fineTunes = false,
  requested,
  cores = availableParallelism(),
  memory = freemem(),
}: WorkerLimits): number {
  const bytes = Math.max(BASE_BYTES + parameters * BYTES_PER_PARAMETER, fineTunes ? FINE_TUNING_BYTES : 0);
  const fitting = Math.floor(memory / bytes);
  return Math.max(1, Math.min(requested ?? Math.min(cores, fitting), folds));
}
