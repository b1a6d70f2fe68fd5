import { ArgumentError } from '@animals/core';

/** Makes a file name out of a title. */
function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
      .replace(/-$/, '') || 'figure'
  );
}

/**
 * The file name of a figure, without its ending.
 * @throws ArgumentError if a given name is more than a plain file name.
 */
export function figureName(title: string, name: string = slug(title)): string {
  if (/^[a-z0-9][a-z0-9._-]{0,99}$/.test(name)) return name;
  throw new ArgumentError(
    'name',
    `name must be lower-case letters, digits, '.', '_' or '-', starting with a letter or digit, got ${JSON.stringify(name)}; leave it out to have it made from the title`,
  );
}
