import type { Rng } from '@animals/core';
import type { Size } from '../image/image.ts';
import type { Step } from '../steps/step.ts';

/** Draws steps for a picture of a size. Samplers are put together by `createPolicy`, `sometimes` and `oneOf`. */
export type Sampler = (rng: Rng, size: Size) => readonly Step[];
