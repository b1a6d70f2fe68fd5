import type { ScanOptions } from './build-manifest.ts';
import type { ClassSelection } from './class-selection.ts';

/** Which folders are the classes, and how to treat what is found in them. */
export type ScanFolderOptions = ClassSelection & ScanOptions;
