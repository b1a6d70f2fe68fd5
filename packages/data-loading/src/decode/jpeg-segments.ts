/** A marker of a JPEG with its segment; that of a scan with the coded pixels behind it. */
export interface JpegSegment {
  readonly code: number;
  /** What the segment says, without its marker and length. */
  readonly data: Uint8Array;
  /** All of it, from the marker on, without coded pixels. */
  readonly whole: Uint8Array;
  /** Coded pixels, with stuffed zeros and restart markers; empty but for scans. */
  readonly coded: Uint8Array;
}

const EMPTY = new Uint8Array(0);

/** Yields the segments, up to the end mark, of a JPEG whose header has been read without an error. */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  for (let at = 2; at + 3 < bytes.length; ) {
    const code = bytes[at + 1] as number;
    if (code === 0xff) at += 1;
    else if (code === 0x01 || (code >= 0xd0 && code <= 0xd8)) at += 2;
    else if (code === 0xd9) return;
    else {
      const end = at + 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
      const scanEnd = code === 0xda ? endOfScan(bytes, end) : end;
      const coded = code === 0xda ? bytes.subarray(end, scanEnd) : EMPTY;
      yield { code, data: bytes.subarray(at + 4, end), whole: bytes.subarray(at, end), coded };
      at = scanEnd;
    }
  }
}

function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Start of frame: 0xC0 to 0xCF without DHT, JPG and DAC. */
export function isJpegFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}
