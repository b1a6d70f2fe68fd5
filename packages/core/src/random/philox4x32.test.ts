import { describe, expect, it } from 'vitest';
import { philox4x32 } from './philox4x32.ts';

const ones = 0xffffffff;

describe('philox4x32', () => {
  // Random123, tests/kat_vectors: lines "philox4x32 10".
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [ones, ones, ones, ones],
      [ones, ones],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])('turns counter %j into the published block', (counter, key, block) => {
    expect([...philox4x32(counter, key)]).toEqual(block);
  });

  it('leaves its arguments as they were', () => {
    const counter = Uint32Array.of(1, 2, 3, 4);
    philox4x32(counter, [5, 6]);
    expect([...counter]).toEqual([1, 2, 3, 4]);
  });
});
