import { createImageDecoder, type DecodeImage } from '../decode/create-image-decoder.ts';

/**
 * Decodes a picture to bytes, with the codecs' WebAssembly fetched from beside their modules.
 *
 * @see createImageDecoder for bundlers that do not find it there, and DecodeImage.
 */
export const decodeImage: DecodeImage = /* @__PURE__ */ createImageDecoder();
