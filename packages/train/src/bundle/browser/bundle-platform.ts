import { ArgumentError } from '@animals/core';
import type { BundlePlatform } from '../bundle-platform.ts';
import { fetchBundle } from '../fetch-bundle.ts';

/** Bundles by address; there is no file system here. */
export const bundlePlatform: BundlePlatform = {
  read: fetchBundle,
  write: async (place) => {
    throw new ArgumentError(
      'target',
      `target must be a function in a browser, where there are no files, got '${place}'`,
    );
  },
};
