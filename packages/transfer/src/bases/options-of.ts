import type { BaseOptions, BaseSettings } from './base-options.ts';

/** The options that make a base of these settings. */
export function optionsOf({ size, pooling, alpha, top, classes, topActivation }: BaseSettings): BaseOptions {
  return { size, ...(alpha !== 1 && { alpha }), ...(top ? { top, classes, topActivation } : { pooling }) };
}
