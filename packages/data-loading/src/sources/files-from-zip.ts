import { type OpenZipOptions, openZip } from '../zip/open-zip.ts';
import { collectFiles } from './collect-files.ts';

/**
 * Gives the files of a zip archive in memory or chosen in a browser; each is inflated when its bytes are asked for.
 *
 * If all lie in one folder of the archive, that becomes the root. Hidden files and `__MACOSX` are left out.
 * @throws DataError if the archive is damaged, could do harm, or is above the limits: see `OpenZipOptions`. A file that turns out
 * to be damaged throws when it is asked for.
 */
export async function filesFromZip(
  archive: Uint8Array | Blob,
  options: OpenZipOptions = {},
): Promise<Map<string, () => Promise<Uint8Array>>> {
  const { files, read } = await openZip(archive, options);
  return collectFiles(files.map((file) => [file.path, () => read(file)] as const));
}
