import type { Image, Pixels, Size } from '../image/image.ts';
import type { SampleKey } from './sample-key.ts';

/** How pictures are changed at random. Drawing the parameters, which are plain data, and applying them are two calls. */
export interface Policy<Parameters> {
  /** Draws parameters for a picture of a size. Depends on the key and the size only. */
  sample(key: SampleKey, size: Size): Parameters;
  /** Changes a picture; nothing is random here. The result has pixels of the same type. */
  apply<P extends Pixels>(image: Image<P>, parameters: Parameters): Image<P>;
}
