import { encryptBlock } from './philox4x32.ts';

// The last word of a counter tells the purposes apart: streams have 0 there, so that no child key is ever a drawn number.
const SPLIT_PURPOSE = 0x5eed;

/**
 * Four words that a parent's key and a label decide: a CBC-MAC of the label's UTF-16 code units.
 *
 * The first block holds the length, so that no label's chain is the beginning of another's.
 */
export function childKey(key: readonly [number, number], label: string): Uint32Array {
  const chain = Uint32Array.of(label.length, 0, 0, SPLIT_PURPOSE);
  encryptBlock(chain, key[0], key[1]);
  for (let start = 0; start < label.length; start += 8) {
    for (let i = 0; i < 8 && start + i < label.length; i++) {
      const word = i >> 1;
      chain[word] = (chain[word] as number) ^ (label.charCodeAt(start + i) << (16 * (i & 1)));
    }
    encryptBlock(chain, key[0], key[1]);
  }
  return chain;
}
