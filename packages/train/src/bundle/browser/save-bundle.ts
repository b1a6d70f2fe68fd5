import { createSaveBundle, type SaveBundle } from '../create-save-bundle.ts';
import { bundlePlatform } from './bundle-platform.ts';

/** @see SaveBundle */
export const saveBundle: SaveBundle = /* @__PURE__ */ createSaveBundle(bundlePlatform);
