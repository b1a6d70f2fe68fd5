import type { Manifest } from '@animals/core';
import type { ScanFolderOptions } from '../scan/scan-folder-options.ts';

/** Says that there is no file system here. @throws Error always */
export function scanFolder(_root: string, _options?: ScanFolderOptions): Promise<Manifest> {
  throw new Error('scanFolder needs Node; in a browser give the files of an <input webkitdirectory> to scanFiles');
}
