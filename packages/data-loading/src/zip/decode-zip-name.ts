/** Code page 437 from 0x80, which names were written in before Unicode. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/**
 * Decodes a name of a zip archive: as UTF-8 where that is valid, else as code page 437, which the format prescribes.
 *
 * Valid UTF-8 goes first even without the flag that promises it: macOS writes it so. Backslashes, which old Windows tools
 * wrote between folders, become `/`.
 */
export function decodeZipName(bytes: Uint8Array): string {
  return (utf8(bytes) ?? Array.from(bytes, cp437).join('')).replaceAll('\\', '/');
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function cp437(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] as string);
}
