import type { ByteImage } from './byte-image.ts';

/**
 * Cuts the largest middle part that has the proportions of `size`, in whole pixels and at least one.
 *
 * @see keras.utils.image_dataset_from_directory(crop_to_aspect_ratio=True) and smart_resize, whose box this is.
 */
export function cropToAspect(image: ByteImage, [toHeight, toWidth]: readonly [number, number]): ByteImage {
  const { pixels, channels } = image;
  const height = Math.max(1, Math.min(image.height, Math.floor((image.width * toHeight) / toWidth)));
  const width = Math.max(1, Math.min(image.width, Math.floor((image.height * toWidth) / toHeight)));
  if (height === image.height && width === image.width) return image;
  const top = Math.floor((image.height - height) / 2);
  const left = Math.floor((image.width - width) / 2);
  const out = new Uint8Array(height * width * channels);
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * image.width + left) * channels;
    out.set(pixels.subarray(start, start + width * channels), y * width * channels);
  }
  return { pixels: out, height, width, channels };
}
