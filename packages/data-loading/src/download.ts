export { downloadFile } from './download/download-file.ts';
export type { DownloadedFile, DownloadOptions } from './download/download-options.ts';
