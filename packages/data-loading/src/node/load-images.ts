import { createLoadImages, type LoadImages } from '../load/create-load-images.ts';
import { decodeImage } from './decode-image.ts';
import { readRecord } from './read-record.ts';

/**
 * Decodes a manifest's pictures once, to 8 bits a sample and one size, reading below the manifest's root.
 *
 * @see LoadImages
 */
export const loadImages: LoadImages = /* @__PURE__ */ createLoadImages({ decode: decodeImage, read: readRecord });
