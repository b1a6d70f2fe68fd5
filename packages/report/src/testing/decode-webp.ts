import sharp from 'sharp';

/** Decodes a WebP with libwebp, as libvips has it: every frame as it is shown, RGBA. */
export async function decodeWebp(file: Uint8Array) {
  const { data, info } = await sharp(file, { animated: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { pages = 1, delay = [], loop } = await sharp(file, { animated: true }).metadata();
  const size = data.length / pages;
  const frames = Array.from({ length: pages }, (_, i) => Uint8Array.from(data.subarray(i * size, (i + 1) * size)));
  return { frames, width: info.width, delay, loop };
}
