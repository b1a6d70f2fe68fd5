/** Raised whenever the same seed gives other pictures, so that folders written before are drawn anew. */
export const SCENES_VERSION = 2;
