import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { boldWidths, regularWidths } from './glyph-widths.ts';
import { measureText } from './measure-text.ts';

/** Advance widths of the printable ASCII characters, read from a TrueType file. */
function widthsInFile(name: string): number[] {
  const path = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
  const file = readFileSync(path);
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    tables.set(file.toString('latin1', 12 + 16 * i, 16 + 16 * i), file.readUInt32BE(20 + 16 * i));
  }
  const at = (table: string) => tables.get(table) as number;
  const unitsPerEm = file.readUInt16BE(at('head') + 18);
  const metrics = file.readUInt16BE(at('hhea') + 34);
  const subtables = Array.from(
    { length: file.readUInt16BE(at('cmap') + 2) },
    (_, i) => at('cmap') + file.readUInt32BE(at('cmap') + 8 + 8 * i),
  );
  const map = subtables.find((offset) => file.readUInt16BE(offset) === 4) as number;
  const segments = file.readUInt16BE(map + 6) / 2;
  const glyph = (code: number) => {
    for (let i = 0; i < segments; i++) {
      if (code > file.readUInt16BE(map + 14 + 2 * i)) continue;
      const delta = file.readInt16BE(map + 16 + 4 * segments + 2 * i);
      const rangeAt = map + 16 + 6 * segments + 2 * i;
      const range = file.readUInt16BE(rangeAt);
      const start = file.readUInt16BE(map + 16 + 2 * segments + 2 * i);
      return range === 0 ? (code + delta) & 0xffff : file.readUInt16BE(rangeAt + range + 2 * (code - start)) + delta;
    }
    return 0;
  };
  const advance = (code: number) => file.readUInt16BE(at('hmtx') + 4 * Math.min(glyph(code), metrics - 1));
  return Array.from({ length: 95 }, (_, i) => Math.round((advance(32 + i) * 1000) / unitsPerEm));
}

describe('measureText', () => {
  it('adds up the advance widths', () => {
    expect(measureText('ii', { size: 10 })).toBeCloseTo(5.56, 9);
    expect(measureText('W', { size: 1000 })).toBe(989);
    expect(measureText('')).toBe(0);
  });

  it('knows the widths of the font that pictures are drawn with', () => {
    expect(regularWidths).toEqual(widthsInFile('DejaVuSans'));
    expect(boldWidths).toEqual(widthsInFile('DejaVuSans-Bold'));
  });

  it('takes an ideograph for as wide as the font is high', () => {
    expect(measureText('狐', { size: 12 })).toBe(12);
  });
});
