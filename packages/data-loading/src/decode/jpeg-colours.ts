import { isJpegFrame, jpegSegments } from './jpeg-segments.ts';

/** How a JPEG stores colour. */
export interface JpegColours {
  readonly components: number;
  /** The transform that an Adobe marker names (0: none, 1: YCC, 2: YCCK); undefined without the marker. */
  readonly adobe: number | undefined;
}

const ADOBE = [0x41, 0x64, 0x6f, 0x62, 0x65];

/** Reads, of a JPEG whose header has been read before, what the markers up to its frame say of colour. */
export function jpegColours(bytes: Uint8Array): JpegColours {
  let adobe: number | undefined;
  for (const { code, data } of jpegSegments(bytes)) {
    if (isJpegFrame(code)) return { components: data[5] as number, adobe };
    if (code === 0xee && ADOBE.every((byte, i) => data[i] === byte)) adobe = data[11] ?? 0;
  }
  return { components: 3, adobe };
}
