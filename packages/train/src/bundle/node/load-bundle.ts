import { createLoadBundle, type LoadBundle } from '../create-load-bundle.ts';
import { bundlePlatform } from './bundle-platform.ts';

/** @see LoadBundle */
export const loadBundle: LoadBundle = /* @__PURE__ */ createLoadBundle(bundlePlatform);
