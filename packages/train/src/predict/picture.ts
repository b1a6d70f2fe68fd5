import type { ImageSet } from '@animals/core';

/** A picture's encoded bytes, or how to get at them, under a name. */
export interface Picture {
  readonly id: string;
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>);
}

/** One picture or several: bytes, a file of a page, a path (in browsers an address; in Node folders too), decoded pictures. */
export type PictureSource = string | Uint8Array | Blob | Picture | ImageSet;

/** Whatever can be predicted: a source, or a list or a stream of them. */
export type PredictSource = PictureSource | Iterable<PictureSource> | AsyncIterable<PictureSource>;
