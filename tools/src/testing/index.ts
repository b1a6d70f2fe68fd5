export { expectNoLeak } from './expect-no-leak.ts';
export { findChromium } from './find-chromium.ts';
export { realData, realWeights } from './real-files.ts';
export { type Tolerance, toBeAllClose } from './to-be-all-close.ts';
