import { createImageDecoder, type DecodeImage } from '../decode/create-image-decoder.ts';
import { jpegWasm } from './jpeg-wasm.ts';

/**
 * Decodes a JPEG or PNG to RGB bytes, with the JPEG codec's WebAssembly read from disk.
 *
 * @see DecodeImage
 */
export const decodeImage: DecodeImage = /* @__PURE__ */ createImageDecoder({ wasm: jpegWasm });
