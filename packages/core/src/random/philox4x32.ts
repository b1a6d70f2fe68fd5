/**
 * One block of Philox4x32-10: 128 random bits that are a pure function of counter and key.
 *
 * Counter: four 32-bit words, least significant first. Key: two. Returns four words; changes neither argument.
 * @see Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
export function philox4x32(counter: ArrayLike<number>, key: ArrayLike<number>): Uint32Array {
  const block = Uint32Array.from(counter);
  encryptBlock(block, key[0] as number, key[1] as number);
  return block;
}

const ROUNDS = 10;
const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const KEY_STEP_0 = 0x9e3779b9;
const KEY_STEP_1 = 0xbb67ae85;

/** The same in place, without an allocation: replaces a counter of four words by its random block. */
export function encryptBlock(block: Uint32Array, key0: number, key1: number): void {
  // By index: taking the block apart as a list would go through its iterator.
  let c0 = block[0] as number;
  let c1 = block[1] as number;
  let c2 = block[2] as number;
  let c3 = block[3] as number;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const next0 = highProduct(MULTIPLIER_1, c2) ^ c1 ^ k0;
    const next2 = highProduct(MULTIPLIER_0, c0) ^ c3 ^ k1;
    c1 = Math.imul(MULTIPLIER_1, c2);
    c3 = Math.imul(MULTIPLIER_0, c0);
    c0 = next0;
    c2 = next2;
    k0 = (k0 + KEY_STEP_0) | 0;
    k1 = (k1 + KEY_STEP_1) | 0;
  }
  block[0] = c0;
  block[1] = c1;
  block[2] = c2;
  block[3] = c3;
}

/** Upper 32 bits of a product of two unsigned 32-bit words, by halves, as a double cannot hold all 64. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const middleLow = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + (middle >>> 16) + (middleLow >>> 16)) | 0;
}
