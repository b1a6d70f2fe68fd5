/** To be raised with every change that gives other pixels for equal bytes: decoding, turning, resizing. */
export const DECODER_VERSION = 1;
