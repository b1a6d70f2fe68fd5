export { type AuditOptions, auditDataset, type DatasetAudit } from './audit/audit-dataset.ts';
export { type Duplicates, findDuplicates } from './audit/find-duplicates.ts';
export type { Verdict } from './audit/judge-feature.ts';
export type { MetadataFeature } from './audit/metadata-features.ts';
export { decodeImage } from './browser/decode-image.ts';
export { findNearDuplicates } from './browser/find-near-duplicates.ts';
export { loadImages } from './browser/load-images.ts';
export { scanFolder } from './browser/scan-folder.ts';
export type { CodecName, WasmSource } from './decode/create-codec.ts';
export { createImageDecoder, type DecodeImage, type DecodeOptions } from './decode/create-image-decoder.ts';
export type { DecodedImage } from './decode/decoded-image.ts';
export type { AlphaPolicy, Colour } from './decode/to-channels.ts';
export type {
  FindNearDuplicates,
  NearDuplicate,
  NearDuplicateOptions,
  NearDuplicates,
} from './duplicates/create-find-near-duplicates.ts';
export { groupDuplicates } from './duplicates/group-duplicates.ts';
export type { ImageHeader } from './header/image-header.ts';
export { type ReadHeaderOptions, readHeader } from './header/read-header.ts';
export type { LoadedImages, LoadImages, LoadOptions, PixelOptions, ReadRecord } from './load/load-options.ts';
export {
  type ByteImage,
  type ResizeFit,
  type ResizeMethod,
  type ResizeOptions,
  resizeImage,
} from './resize/resize-image.ts';
export type { OnBadFile } from './scan/bad-files.ts';
export type { ScanOptions } from './scan/build-manifest.ts';
export type { BinaryClasses, ClassSelection, FolderClasses } from './scan/class-selection.ts';
export { parseManifest } from './scan/parse-manifest.ts';
export { readFrom } from './scan/read-from.ts';
export { type FileContent, type FilesByPath, scanFiles } from './scan/scan-files.ts';
export type { ScanFolderOptions } from './scan/scan-folder-options.ts';
export { type DropOptions, filesFromDrop } from './sources/files-from-drop.ts';
export { filesFromList } from './sources/files-from-list.ts';
export { filesFromZip } from './sources/files-from-zip.ts';
export { balancedIndices, type SampleOptions } from './split/balanced-indices.ts';
export { classWeights } from './split/class-weights.ts';
export { type ManifestSplit, type SplitManifestOptions, splitManifest } from './split/split-manifest.ts';
export { weightedIndices } from './split/weighted-indices.ts';
export { type ChannelStatistics, channelStatistics } from './statistics/channel-statistics.ts';
export { type OpenZipOptions, openZip, type ZipArchive } from './zip/open-zip.ts';
export type { ZipLimits } from './zip/zip-limits.ts';
