import { measureText, type TextStyle } from './measure-text.ts';

export interface WrapOptions extends TextStyle {
  /** Pixels a line may take. */
  readonly width: number;
  /** What does not fit in these is cut with an ellipsis. */
  readonly maxLines?: number;
}

/** Cuts text with an ellipsis so that it fits. */
function shorten(text: string, { width, ...style }: WrapOptions): string {
  if (measureText(text, style) <= width) return text;
  let [kept, left] = ['', width - measureText('…', style)];
  for (const char of text) {
    left -= measureText(char, style);
    if (left < 0 && kept !== '') break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks text at its spaces into lines of at most the given width; a word that is too long is cut. */
export function wrapText(text: string, options: WrapOptions): string[] {
  const { width, maxLines = 3, ...style } = options;
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measureText(joined, style) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  if (lines.length > maxLines) lines.splice(maxLines - 1, Infinity, lines.slice(maxLines - 1).join(' '));
  return lines.length === 0 ? [''] : lines.map((line) => shorten(line, options));
}
