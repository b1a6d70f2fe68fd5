/** First bytes of every bundle in one file. */
export const MAGIC = new TextEncoder().encode('ANIMALMB');

/** Bytes before the header: the magic, then the header's length as a little-endian uint32. */
export const PREFIX_BYTES = MAGIC.length + 4;

/** Bytes of the closing hash, over everything before it. */
export const HASH_BYTES = 32;
