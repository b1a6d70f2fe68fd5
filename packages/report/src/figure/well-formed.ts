// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML and HTML forbid
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;

/** Replaces the characters that no XML or HTML file may hold, such as NUL and half a surrogate pair. */
export function wellFormed(text: string): string {
  return text.replace(forbidden, '\ufffd');
}
