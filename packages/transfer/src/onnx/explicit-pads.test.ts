import { backend_util } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explicitPads } from './explicit-pads.ts';

describe('explicitPads', () => {
  it('pads as TensorFlow does', () => {
    const side = fc.integer({ min: 1, max: 40 });
    const small = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(side, side, small, small, small, (height, width, window, stride, across) => {
        const { padInfo } = backend_util.computeConv2DInfo(
          [1, height, width, 1],
          [window, across, 1, 1],
          stride,
          1,
          'same',
        );
        const { top, left, bottom, right } = padInfo;
        const size = [height, width];
        const pads = explicitPads({ padding: 'same', size, window: [window, across], strides: [stride, stride] });
        expect(pads).toEqual([top, left, bottom, right]);
      }),
    );
  });

  it('puts pads by number in the order of ONNX', () => {
    const spec = { size: [8, 8], window: [3, 3], strides: [1, 1] };
    const padding = [
      [1, 2],
      [3, 4],
    ] as const;
    expect(explicitPads({ ...spec, padding })).toEqual([1, 3, 2, 4]);
    expect(explicitPads({ ...spec, padding: 'valid' })).toEqual([0, 0, 0, 0]);
  });
});
