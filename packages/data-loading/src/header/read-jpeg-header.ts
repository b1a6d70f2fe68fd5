import { DataError } from '@animals/core';
import { concatenate } from '../concatenate.ts';
import { checkPixelCount } from './check-pixel-count.ts';
import { exifOrientation } from './exif-orientation.ts';
import type { ImageHeader } from './image-header.ts';

/** A few bytes can ask for thousands of passes over the picture; no encoder writes near as many scans. */
const MAX_SCANS = 500;

const EXIF_MARK = [0x45, 0x78, 0x69, 0x66, 0, 0];

interface Findings {
  width: number;
  height: number;
  scans: number;
  exif: Uint8Array | undefined;
  readonly tables: Map<number, Uint8Array>;
}

/**
 * Reads a JPEG's size, EXIF block and quantisation tables, and walks its scans up to the end-of-image marker.
 *
 * Bytes after that marker are accepted, as cameras append previews there.
 * @throws DataError if the file is truncated or corrupt, or is above the pixel cap.
 * @see ITU-T T.81, annex B.
 */
export function readJpegHeader(bytes: Uint8Array, path: string, maxPixels: number): ImageHeader {
  const found: Findings = { width: 0, height: 0, scans: 0, exif: undefined, tables: new Map() };
  let at = 2;
  for (;;) {
    const marker = nextMarker(bytes, at, path);
    at = marker.end;
    if (marker.code === 0xd9) return toHeader(found, path);
    if (isStandalone(marker.code)) continue;
    const segment = readSegment(bytes, at, path);
    at += 2 + segment.length;
    readMarkerSegment(marker.code, segment, found, path, maxPixels);
    if (marker.code === 0xda) at = skipScan(bytes, at, path);
  }
}

function nextMarker(bytes: Uint8Array, at: number, path: string): { code: number; end: number } {
  if (at >= bytes.length) throw truncated(path);
  if (bytes[at] !== 0xff) throw new DataError(path, `is corrupt: no JPEG marker at byte ${at}`);
  let end = at;
  while (bytes[end] === 0xff) end++;
  const code = bytes[end];
  if (code === undefined) throw truncated(path);
  if (code === 0) throw new DataError(path, `is corrupt: no JPEG marker at byte ${at}`);
  return { code, end: end + 1 };
}

function readSegment(bytes: Uint8Array, at: number, path: string): Uint8Array {
  if (at + 2 > bytes.length) throw truncated(path);
  const length = uint16(bytes, at);
  if (length < 2) throw new DataError(path, `is corrupt: a JPEG segment of ${length} bytes at byte ${at}`);
  if (at + length > bytes.length) throw truncated(path);
  return bytes.subarray(at + 2, at + length);
}

function readMarkerSegment(code: number, segment: Uint8Array, found: Findings, path: string, maxPixels: number): void {
  if (isFrame(code)) readFrame(segment, found, path, maxPixels);
  else if (code === 0xdb) readTables(segment, found.tables);
  else if (code === 0xe1 && EXIF_MARK.every((byte, i) => segment[i] === byte)) found.exif ??= segment.subarray(6);
  else if (code === 0xda) {
    if (found.width === 0) throw new DataError(path, 'is corrupt: a JPEG scan comes before the size');
    if (++found.scans > MAX_SCANS) throw new DataError(path, `has more than ${MAX_SCANS} JPEG scans`);
  }
}

function readFrame(segment: Uint8Array, found: Findings, path: string, maxPixels: number): void {
  if (segment.length < 6) throw new DataError(path, 'is corrupt: its JPEG frame header is too short');
  if (found.width !== 0) throw new DataError(path, 'is corrupt: it has two JPEG frame headers');
  found.height = uint16(segment, 1);
  found.width = uint16(segment, 3);
  checkPixelCount(path, found.width, found.height, maxPixels);
}

/** Keeps each table by its number, so that tables in one segment and in several give the same list. */
function readTables(segment: Uint8Array, tables: Map<number, Uint8Array>): void {
  let at = 0;
  while (at < segment.length) {
    const precisionAndNumber = segment[at] as number;
    const end = at + 1 + (precisionAndNumber >> 4 === 0 ? 64 : 128);
    tables.set(precisionAndNumber & 15, segment.subarray(at, end));
    at = end;
  }
}

/** First byte of the marker that ends the entropy-coded data; stuffed zeros and restart markers belong to the data. */
function skipScan(bytes: Uint8Array, from: number, path: string): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  throw truncated(path);
}

function toHeader({ width, height, scans, exif, tables }: Findings, path: string): ImageHeader {
  if (scans === 0) throw new DataError(path, 'is corrupt: a JPEG without a picture in it');
  return {
    format: 'jpeg',
    width,
    height,
    orientation: exif ? exifOrientation(exif) : 1,
    exif: exif !== undefined,
    tables: concatenate([...tables.entries()].sort(([a], [b]) => a - b).map(([, table]) => table)),
  };
}

/** Start of frame: 0xC0 to 0xCF without DHT, JPG and DAC. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

function isStandalone(code: number): boolean {
  return code === 0x01 || code === 0xd8 || (code >= 0xd0 && code <= 0xd7);
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}

function truncated(path: string): DataError {
  return new DataError(path, 'is truncated: the JPEG ends before its end-of-image marker');
}
