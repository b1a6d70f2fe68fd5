import type { GradientDefinition } from '../install/gradient-override.ts';
import { relu } from './relu.ts';

/** All gradients that an install registers. */
export const gradients: readonly GradientDefinition[] = [relu];
