import { channelsOf, type Raster } from './raster.ts';

/**
 * Shrinks a picture so that no side is longer than `longest`, each new pixel the mean of those that it covers.
 *
 * A picture that fits already is returned as it is. The result is RGB or grey like the picture.
 */
export function shrink(picture: Raster, longest: number): Raster {
  const channels = channelsOf(picture);
  const { pixels, width, height } = picture;
  const factor = longest / Math.max(width, height);
  if (factor >= 1) return picture;
  const newWidth = Math.max(1, Math.round(width * factor));
  const newHeight = Math.max(1, Math.round(height * factor));
  const small = new Uint8Array(newWidth * newHeight * channels);
  for (let y = 0; y < newHeight; y++) {
    const top = Math.floor((y * height) / newHeight);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / newHeight));
    for (let x = 0; x < newWidth; x++) {
      const left = Math.floor((x * width) / newWidth);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / newWidth));
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let v = top; v < bottom; v++) {
          for (let u = left; u < right; u++) sum += pixels[(v * width + u) * channels + c] as number;
        }
        small[(y * newWidth + x) * channels + c] = Math.round(sum / ((bottom - top) * (right - left)));
      }
    }
  }
  return { pixels: small, width: newWidth, height: newHeight };
}
