import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect-format.ts';

const text = (value: string) => new TextEncoder().encode(value);

describe('detectFormat', () => {
  it('knows each kind by its first bytes', () => {
    expect(detectFormat(Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('hdf5');
    expect(detectFormat(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))).toBe('zip');
    expect(detectFormat(Uint8Array.of(28, 0, 0, 0, 0x54, 0x46, 0x4c, 0x33))).toBe('tflite');
    expect(detectFormat(Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d))).toBe('safetensors');
    expect(detectFormat(text('\n {"weightsManifest":[]}'))).toBe('tfjs-layers');
  });

  it('takes a header of 123 bytes, whose length reads as a brace, for safetensors', () => {
    expect(detectFormat(Uint8Array.of(0x7b, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x22))).toBe('safetensors');
  });

  it('is null for anything else, half a magic number too', () => {
    for (const bytes of [new Uint8Array(0), text('hello'), text('[1]'), Uint8Array.of(0x89, 0x48), text('\x00\x00')]) {
      expect(detectFormat(bytes)).toBeNull();
    }
  });
});
