export { downloadFile } from './download/download-file.ts';
export type { DownloadedFile, DownloadOptions } from './download/download-options.ts';
export {
  type DatasetSource,
  type FetchDatasetOptions,
  type FetchedDataset,
  fetchDataset,
} from './download/fetch-dataset.ts';
export { type FileHashes, hashFile } from './download/hash-file.ts';
export { type ExtractedFile, type ExtractOptions, extractZip } from './zip/extract-zip.ts';
