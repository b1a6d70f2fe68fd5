import { DataError } from '@animals/core';
import { isHidden } from '../scan/is-hidden.ts';
import type { FileContent } from '../scan/scan-files.ts';

/**
 * Makes a map of files by path: hidden ones left out, and without the one folder's name if all lie in one.
 *
 * So the folder that was chosen, dropped or zipped becomes the root, whatever it is called.
 * @throws DataError if two files have one path.
 */
export function collectFiles<T extends FileContent>(
  files: Iterable<readonly [path: string, content: T]>,
): Map<string, T> {
  const visible = [...files].filter(([path]) => !path.split('/').some(isHidden));
  const tops = new Set(visible.map(([path]) => path.slice(0, path.indexOf('/') + 1)));
  const [top = ''] = tops;
  const cut = tops.size === 1 ? top.length : 0;
  const collected = new Map<string, T>();
  for (const [path, content] of visible) {
    if (collected.has(path.slice(cut))) throw new DataError(path, 'is there twice; take one of the two away');
    collected.set(path.slice(cut), content);
  }
  return collected;
}
