import type { SkippedFile } from '@animals/core';
import type { DecodeImage } from '@animals/data';

/** How pictures are predicted. */
export interface PredictPicturesOptions {
  /** Pictures that are looked at together. Default 32; no influence on the result but for rounding. */
  readonly batchSize?: number;
  /** Of two classes: a probability of the second above this says the second. Default: the bundle's. */
  readonly threshold?: number;
  /**
   * What happens at a file that cannot be read or decoded: `throw` (the default) ends the run, `skip` leaves it out, a
   * function is told of it in its turn and the run goes on.
   */
  readonly onBadFile?: 'throw' | 'skip' | ((file: SkippedFile) => void);
  /** Pictures of more pixels are bad files. Default: that of `decodeImage`. */
  readonly maxPixels?: number;
  /** For bundlers that do not find the JPEG codec: see `createImageDecoder` of `@animals/data`. */
  readonly decode?: DecodeImage;
  readonly signal?: AbortSignal | undefined;
}
