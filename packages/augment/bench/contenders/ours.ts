/** The contender that runs this package. */
import { createRng } from '@animals/core';
import { serveContender, type Work } from '../../../../tools/src/bench/index.ts';
import { kerasGenerator } from '../../src/keras/keras-generator.ts';
import type { BenchArgs } from '../augment.ts';

await serveContender((name, args): Work => {
  if (name !== 'studyPolicy') throw new Error(`no work is called ${name}`);
  const { height, width } = args as BenchArgs;
  const rng = createRng(0);
  const pixels = Uint8Array.from({ length: height * width * 3 }, () => rng.int(0, 256));
  const image = { pixels, height, width, channels: 3 };
  const options = { rotationRange: 20, shearRange: 0.2, zoomRange: 0.2, horizontalFlip: true, onWarning: () => {} };
  const generator = kerasGenerator(options);
  let copy = 0;
  return {
    step() {
      generator.apply(image, generator.sample({ seed: 0, id: 'a', copy: copy++ }, image));
    },
  };
});
