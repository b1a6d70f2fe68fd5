import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { spriteSheet } from './sprite-sheet.ts';

const plain = (colour: readonly number[], width: number, height: number) => ({
  pixels: Uint8Array.from({ length: width * height * colour.length }, (_, i) => colour[i % colour.length] as number),
  width,
  height,
});

describe('spriteSheet', () => {
  it('puts each picture into the middle of its cell, grey ones too', () => {
    const sheet = spriteSheet([plain([255, 0, 0], 64, 32), plain([9], 8, 8), plain([0, 0, 255], 16, 16)], 16);
    expect([sheet.columns, sheet.size]).toEqual([2, 16]);
    const { data, width, height } = decode(Buffer.from(sheet.src.split(',')[1]!, 'base64'));
    expect([width, height]).toEqual([32, 32]);
    const at = (x: number, y: number) => [...data.slice((y * 32 + x) * 3, (y * 32 + x) * 3 + 3)];
    expect(at(8, 8)).toEqual([255, 0, 0]);
    expect(at(8, 1)).toEqual([128, 128, 128]);
    expect(at(24, 8)).toEqual([9, 9, 9]);
    expect(at(0, 16)).toEqual([0, 0, 255]);
  });

  it('takes fewer pixels for more pictures', () => {
    const tiny = plain([1, 2, 3], 1, 1);
    expect(spriteSheet([tiny]).size).toBe(48);
    expect(spriteSheet(Array.from({ length: 10_000 }, () => tiny)).size).toBe(20);
  });
});
