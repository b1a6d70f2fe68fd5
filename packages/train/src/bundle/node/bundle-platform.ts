import { fileURLToPath } from 'node:url';
import type { BundlePlatform } from '../bundle-platform.ts';
import { fetchBundle } from '../fetch-bundle.ts';
import { readBundleFiles } from './read-bundle-files.ts';
import { writeBundleFiles } from './write-bundle-files.ts';

/** Bundles by path or address. */
export const bundlePlatform: BundlePlatform = {
  read: (place, options) => {
    if (/^https?:\/\//i.test(String(place))) return fetchBundle(place, options);
    return readBundleFiles(place instanceof URL ? fileURLToPath(place) : place, options);
  },
  write: writeBundleFiles,
};
