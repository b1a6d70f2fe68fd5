import { boldWidths, regularWidths } from './glyph-widths.ts';

export interface TextStyle {
  /** In pixels. */
  readonly size?: number;
  readonly bold?: boolean;
}

/**
 * Width in pixels of one line of text in DejaVu Sans, without a canvas.
 *
 * Exact for ASCII up to kerning; other characters count 0.84 of the size, those from U+1100 on the whole of it. DejaVu
 * is wider than the usual interface fonts, so what fits by this measure fits in those too.
 */
export function measureText(text: string, { size = 12, bold = false }: TextStyle = {}): number {
  const widths = bold ? boldWidths : regularWidths;
  let thousandths = 0;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    thousandths += widths[code - 32] ?? (code < 32 ? 0 : code < 0x1100 ? 840 : 1000);
  }
  return (thousandths * size) / 1000;
}
