import { openChunkCache } from '../cache/open-chunk-cache.ts';
import { createLoadImages, type LoadPlatform } from '../load/create-load-images.ts';
import type { LoadImages } from '../load/load-options.ts';
import { startDecodeWorkers } from '../workers/start-decode-workers.ts';
import { decodeImage } from './decode-image.ts';
import { readRecord } from './read-record.ts';

const platform: LoadPlatform = {
  decode: decodeImage,
  read: readRecord,
  openCache: openChunkCache,
  startWorkers: startDecodeWorkers,
};

/**
 * Decodes a manifest's pictures once, to 8 bits a sample and one size, reading below the manifest's root.
 *
 * @see LoadImages
 */
export const loadImages: LoadImages = /* @__PURE__ */ createLoadImages(platform);
