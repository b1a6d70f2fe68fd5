/** A noun with its indefinite article. */
export function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

const FEATURE_NAMES: Readonly<Record<string, string>> = {
  size: 'picture size',
  exif: 'the EXIF block',
  bytes: 'file size',
  jpegTables: 'the JPEG tables',
  all: 'all of them together',
};

/** A property of a file in plain words. */
export function featureName(feature: string): string {
  return FEATURE_NAMES[feature] ?? feature;
}

/** `A`, `A and b`, `A, b and c`. */
export function sentenceList(items: readonly string[]): string {
  const list = items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
  return list.charAt(0).toUpperCase() + list.slice(1);
}
