import { encode } from 'fast-png';
import type { RenderedScene } from './rendered-scene.ts';

/** Encodes a picture as PNG: 8 bits, RGB, pixels only (no text, no time, no EXIF). */
export function encodePng({ pixels, width, height }: RenderedScene): Uint8Array {
  return encode({ data: pixels, width, height, channels: 3, depth: 8 });
}
