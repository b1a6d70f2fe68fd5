import { createImageDecoder, type DecodeImage } from '../decode/create-image-decoder.ts';
import { codecWasm } from './codec-wasm.ts';

/**
 * Decodes a picture to bytes, with the codecs' WebAssembly read from disk.
 *
 * @see DecodeImage
 */
export const decodeImage: DecodeImage = /* @__PURE__ */ createImageDecoder({ wasm: codecWasm });
