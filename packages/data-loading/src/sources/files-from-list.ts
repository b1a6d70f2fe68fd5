import { collectFiles } from './collect-files.ts';

/**
 * Gives the files of an `<input type="file" webkitdirectory>` by their paths below the folder that was chosen.
 *
 * Hidden files are left out. Of an input without `webkitdirectory` the paths are mere names. No file is read yet.
 * @param files an input's `files`, or any files
 * @throws DataError if two files have one path.
 */
export function filesFromList(files: Iterable<File> | ArrayLike<File>): Map<string, File> {
  return collectFiles(Array.from(files, (file) => [file.webkitRelativePath || file.name, file] as const));
}
