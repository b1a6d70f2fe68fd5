const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/**
 * Reads the orientation, 1 to 8, from an EXIF block that starts at its TIFF header.
 *
 * A block that is damaged, or gives no orientation from 1 to 8, counts as upright: viewers show such files, too.
 * @see EXIF 2.32, section 4.6.2.
 */
export function exifOrientation(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 10) return 1;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  if (view.getUint16(2, little) !== 42) return 1;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return 1;
  const count = view.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > view.byteLength) return 1;
    if (view.getUint16(entry, little) === ORIENTATION_TAG) return orientationOf(view, entry, little);
  }
  return 1;
}

function orientationOf(view: DataView, entry: number, little: boolean): number {
  if (view.getUint16(entry + 2, little) !== SHORT) return 1;
  const value = view.getUint16(entry + 8, little);
  return value >= 1 && value <= 8 ? value : 1;
}
