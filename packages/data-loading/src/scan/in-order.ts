import type { SkippedFile } from '@animals/core';
import type { FoundFile } from './build-manifest.ts';
import { compareCodePoints } from './compare-code-points.ts';

/** A file with the name that it has on every system. */
export interface IdentifiedFile extends FoundFile {
  /** The path in Unicode form NFC: macOS may write names in another form than Linux and Windows. */
  readonly id: string;
}

/** Puts files in label order, within a class by code points of the id, and sets aside those whose id is taken. */
export function inOrder(files: readonly FoundFile[]): { ordered: IdentifiedFile[]; doubles: SkippedFile[] } {
  const all = files.map((file) => ({ ...file, id: file.path.normalize('NFC') }));
  all.sort((a, b) => a.classIndex - b.classIndex || compareCodePoints(a.id, b.id) || compareCodePoints(a.path, b.path));
  const isDouble = (file: IdentifiedFile, i: number) => i > 0 && all[i - 1]?.id === file.id;
  const reason = 'has a name that another file has in another Unicode form';
  return {
    ordered: all.filter((file, i) => !isDouble(file, i)),
    doubles: all.filter(isDouble).map(({ path }) => ({ path, reason })),
  };
}
