import { ArgumentError, type ImageSet } from '@animals/core';
import type { ByteImage } from '@animals/data';
import type { Picture, PictureSource, PredictSource } from './picture.ts';

/** A picture that waits to be looked at. */
export type Waiting = { readonly id: string } & ({ readonly image: ByteImage } | { readonly bytes: Picture['bytes'] });

/** How a platform finds pictures at a named place. */
export type FindPictures = (place: string) => Promise<readonly Picture[]>;

/** Lists a source's pictures one after the other, as they come. */
export async function* listPictures(source: PredictSource, find: FindPictures): AsyncGenerator<Waiting> {
  if (isOne(source)) {
    yield* picturesOf(source, find);
    return;
  }
  for await (const part of source) yield* picturesOf(part, find);
}

/** Bytes and texts are iterable too. */
function isOne(source: PredictSource): source is PictureSource {
  if (typeof source === 'string' || source instanceof Uint8Array || source instanceof Blob) return true;
  return !(Symbol.iterator in source || Symbol.asyncIterator in source);
}

async function* picturesOf(source: PictureSource, find: FindPictures): AsyncGenerator<Waiting> {
  if (typeof source === 'string') yield* await find(source);
  else if (source instanceof Uint8Array) yield { id: 'picture', bytes: source };
  else if (source instanceof Blob) yield { id: nameOf(source), bytes: () => bytesOf(source) };
  else if ('pixels' in source) yield* imagesOf(source);
  else if ('bytes' in source) yield source;
  else
    throw new ArgumentError(
      'source',
      'source must be a path, bytes, pictures with an id, an image set, or a list of these',
    );
}

function* imagesOf({ pixels, ids, count, height, width, channels }: ImageSet): Generator<Waiting> {
  const size = height * width * channels;
  for (let i = 0; i < count; i++) {
    const image = { pixels: pixels.subarray(i * size, (i + 1) * size), height, width, channels };
    yield { id: ids[i] as string, image };
  }
}

function nameOf(blob: Blob): string {
  return 'name' in blob && typeof blob.name === 'string' ? blob.name : 'picture';
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
