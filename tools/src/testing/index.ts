export { expectNoLeak } from './expect-no-leak.ts';
export { realData, realWeights } from './real-files.ts';
export { type Tolerance, toBeAllClose } from './to-be-all-close.ts';
