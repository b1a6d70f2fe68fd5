import type { Sampling } from '../geometry/fill-mode.ts';
import type { Step } from './step.ts';

/** Everything that decides how a picture is changed: plain data, to be stored and replayed. */
export interface Recipe extends Sampling {
  readonly steps: readonly Step[];
}
