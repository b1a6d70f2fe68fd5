import { createLoadImages } from '../load/create-load-images.ts';
import type { LoadImages } from '../load/load-options.ts';
import { decodeImage } from './decode-image.ts';

/**
 * Decodes a manifest's pictures once, to 8 bits a sample and one size; `read` gives their bytes.
 *
 * @see LoadImages
 */
export const loadImages: LoadImages = /* @__PURE__ */ createLoadImages({ decode: decodeImage });
