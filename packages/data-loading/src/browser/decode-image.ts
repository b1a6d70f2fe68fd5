import { createImageDecoder, type DecodeImage } from '../decode/create-image-decoder.ts';

/**
 * Decodes a JPEG or PNG to RGB bytes, with the JPEG codec's WebAssembly fetched from beside its module.
 *
 * @see createImageDecoder for bundlers that do not find it there.
 */
export const decodeImage: DecodeImage = /* @__PURE__ */ createImageDecoder();
