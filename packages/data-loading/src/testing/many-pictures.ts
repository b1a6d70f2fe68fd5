import { picture } from './pictures.ts';
import { pngOf } from './png-of.ts';

/** Writes so many small pictures in two folders, no two alike; every tenth is a JPEG with a comment of its own. */
export function manyPictures(count: number): Map<string, Uint8Array<ArrayBuffer>> {
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const name = `${i % 2 === 0 ? 'even' : 'odd'}/${String(i).padStart(5, '0')}`;
      return i % 10 === 9 ? [`${name}.jpg`, numberedJpeg(i)] : [`${name}.png`, numberedPng(i)];
    }),
  );
}

/** 4 x 3 pixels of three colours that tell the number. */
function numberedPng(number: number): Uint8Array<ArrayBuffer> {
  const row = [0, ...Array.from({ length: 12 }, (_, i) => (number >> (i % 3 === 0 ? 0 : 4 * (i % 3))) & 255)];
  return pngOf({ width: 4, height: 3, colourType: 2 }, Uint8Array.from([...row, ...row, ...row]));
}

/** A comment after the first marker makes the file another one. */
function numberedJpeg(number: number): Uint8Array<ArrayBuffer> {
  const jpeg = picture('jpeg');
  const comment = [0xff, 0xfe, 0, 6, ...[24, 16, 8, 0].map((shift) => (number >> shift) & 255)];
  return Uint8Array.from([...jpeg.subarray(0, 2), ...comment, ...jpeg.subarray(2)]);
}
