import type { BundleParts } from './bundle-header.ts';

/** How a platform reads and writes bundles that lie at a named place. */
export interface BundlePlatform {
  read(place: string | URL, options: { readonly signal?: AbortSignal | undefined }): Promise<BundleParts>;
  write(place: string, parts: BundleParts): Promise<void>;
}
