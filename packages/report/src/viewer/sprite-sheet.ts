import { pngDataUri } from '../image/png-data-uri.ts';
import { channelsOf, type Raster } from '../image/raster.ts';
import { shrink } from '../image/shrink.ts';
import type { SpriteData } from './viewer-data.ts';

/** Pixels of a whole sheet, so that any browser decodes it. */
const mostPixels = 4.2e6;

/** Whole numbers that a sheet of some pictures has room for, at most 48. */
const sizeFor = (count: number) => Math.max(8, Math.min(48, Math.floor(Math.sqrt(mostPixels / count))));

/** Copies a picture into the middle of its cell. */
function place(picture: Raster, into: Uint8Array, sheetWidth: number, left: number, top: number, size: number): void {
  const channels = channelsOf(picture);
  const { pixels, width, height } = picture;
  const [x0, y0] = [left + Math.floor((size - width) / 2), top + Math.floor((size - height) / 2)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        const from = (y * width + x) * channels + (channels === 3 ? c : 0);
        into[((y0 + y) * sheetWidth + x0 + x) * 3 + c] = pixels[from] as number;
      }
    }
  }
}

/**
 * Puts pictures into the cells of one, row by row, each shrunk to fit and with mid-grey around it.
 * @throws ArgumentError if the pixels of one do not fit its sides.
 */
export function spriteSheet(pictures: readonly Raster[], size: number = sizeFor(pictures.length)): SpriteData {
  const columns = Math.ceil(Math.sqrt(pictures.length));
  const rows = Math.ceil(pictures.length / columns);
  const [width, height] = [columns * size, rows * size];
  const pixels = new Uint8Array(width * height * 3).fill(128);
  pictures.forEach((picture, i) => {
    place(shrink(picture, size), pixels, width, (i % columns) * size, Math.floor(i / columns) * size, size);
  });
  return { src: pngDataUri({ pixels, width, height }), columns, size };
}
