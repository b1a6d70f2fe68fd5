import type { ImageSet, OnProgress } from '@animals/core';
import { ArgumentError } from '@animals/core';
import { checkNumber } from '../image/check-number.ts';
import type { Image } from '../image/image.ts';
import type { Policy } from '../random/policy.ts';
import { imageAt } from './image-at.ts';

/** How many copies, and of what kind. */
export interface ExpandOptions<Parameters> {
  readonly policy: Policy<Parameters>;
  /** Of each picture, besides the picture itself. */
  readonly copies?: number;
  readonly seed?: number;
  /** Another epoch, other copies. */
  readonly epoch?: number;
  /** Whether the pictures themselves come first. */
  readonly keepOriginals?: boolean;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/**
 * Adds changed copies to pictures: first all pictures as they are, then the copies of the first, of the second and so on.
 *
 * A copy has its picture's label, group and source, so that `groupKFold` keeps them together and `assertNoLeak` throws
 * where they are parted. It is named after its picture and its number, `fox.jpg#0`. What a copy looks like depends on
 * the seed, the epoch, the picture's id and the copy's number only.
 * @throws ArgumentError if copies is no whole number from 0, there would be no picture, or the policy changes the size.
 */
export function expand<Parameters>(
  images: ImageSet,
  { policy, copies = 5, seed = 0, epoch = 0, keepOriginals = true, onProgress, signal }: ExpandOptions<Parameters>,
): ImageSet {
  checkNumber('copies', copies, { least: 0, whole: true });
  const kept = keepOriginals ? images.count : 0;
  if (kept + copies * images.count === 0) {
    throw new ArgumentError('copies', 'copies must be at least 1 where no originals are kept, got 0 for no picture');
  }
  const size = images.height * images.width * images.channels;
  const order = sources(images.count, { kept, copies });
  const pixels = new Uint8Array(order.length * size);
  if (keepOriginals) pixels.set(images.pixels);
  for (let at = kept; at < order.length; at++) {
    signal?.throwIfAborted();
    const { source, copy } = order[at]!;
    const image = imageAt(images, source);
    const result = policy.apply(image, policy.sample({ seed, epoch, id: images.ids[source]!, copy }, image));
    checkSameSize(result, image);
    pixels.set(result.pixels, at * size);
    onProgress?.({ done: at - kept + 1, total: order.length - kept, label: images.ids[source]! });
  }
  return {
    ...images,
    pixels,
    count: order.length,
    labels: Uint8Array.from(order, ({ source }) => images.labels[source]!),
    ids: order.map(({ source, copy }) => (copy < 0 ? images.ids[source]! : `${images.ids[source]}#${copy}`)),
    groups: order.map(({ source }) => images.groups[source]!),
    sourceIds: order.map(({ source }) => images.sourceIds[source]!),
  };
}

/** What stands at each place: copy -1 is the picture itself. */
function sources(count: number, { kept, copies }: { readonly kept: number; readonly copies: number }) {
  const originals = Array.from({ length: kept }, (_, source) => ({ source, copy: -1 }));
  const changed = Array.from({ length: count * copies }, (_, i) => {
    return { source: Math.floor(i / copies), copy: i % copies };
  });
  return [...originals, ...changed];
}

function checkSameSize(result: Image, image: Image): void {
  if (result.height === image.height && result.width === image.width) return;
  throw new ArgumentError(
    'policy',
    `policy must keep the size of ${image.height}x${image.width}, got ${result.height}x${result.width}; crop with toHeight and toWidth`,
  );
}
