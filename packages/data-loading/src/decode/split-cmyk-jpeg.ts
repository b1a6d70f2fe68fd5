import { concatenate } from '../concatenate.ts';
import { dropJpegComponent } from './drop-jpeg-component.ts';
import { guard } from './guard.ts';
import { jpegColours } from './jpeg-colours.ts';

/** A JPEG of four components as two JPEGs of three. */
export interface SplitJpeg {
  /** The first three: inks, or YCC that becomes RGB when decoded. */
  readonly colours: Uint8Array;
  /** Without the second, as the first may be what sets the sampling; decoded, its blue channel is the fourth. */
  readonly black: Uint8Array;
  readonly isYcck: boolean;
}

/**
 * Splits a JPEG of four components, without a loss: coded blocks are copied as they are, and none is decoded.
 *
 * @throws DataError if its scans are damaged, or coded arithmetically or without loss.
 */
export function splitCmykJpeg(bytes: Uint8Array, path: string): SplitJpeg {
  const { adobe } = jpegColours(bytes);
  const isYcck = adobe !== undefined && adobe !== 0;
  return guard(path, () => ({
    colours: wrap(dropJpegComponent(bytes, 3), isYcck ? 1 : 0),
    black: wrap(dropJpegComponent(bytes, 1), 0),
    isYcck,
  }));
}

/** Puts an Adobe marker first, which says whether the three are YCC (1) or what they are (0). */
function wrap(segments: readonly Uint8Array[], transform: 0 | 1): Uint8Array {
  const adobe = Uint8Array.of(0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, transform);
  return concatenate([Uint8Array.of(0xff, 0xd8), adobe, ...segments, Uint8Array.of(0xff, 0xd9)]);
}
