/** A contender that runs this package; its argument says how. */
import { createRng, type ImageSet } from '@animals/core';
import { installWasmKernels } from '@animals/wasm-kernels';
import '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';
import { type MakeWork, serveContender } from '../../../../tools/src/bench/index.ts';
import { createBase } from '../../src/bases/create-base.ts';
import { extractFeatures } from '../../src/features/extract-features.ts';
import { foldBatchNorm } from '../../src/folding/fold-batch-norm.ts';
import { createOnnxBase } from '../../src/node/create-onnx-base.ts';
import { formulaWeights } from '../../src/testing/formula.ts';
import { loadWeights } from '../../src/weights/load-weights.ts';
import type { BenchArgs } from '../extract.ts';

const flavour = process.argv[2];

function pictures({ size, batch }: BenchArgs): ImageSet {
  const rng = createRng(0);
  const ids = Array.from({ length: batch }, (_, i) => `${i}`);
  return {
    pixels: Uint8Array.from({ length: batch * size * size * 3 }, () => rng.int(0, 256)),
    labels: new Uint8Array(batch),
    ...{ count: batch, height: size, width: size, channels: 3 },
    classes: ['any'],
    ...{ ids, groups: ids, sourceIds: ids },
  };
}

const makeWork: MakeWork = async (_, args) => {
  const { base: name, size, batch } = args as BenchArgs;
  await setBackend('wasm');
  if (flavour !== 'stock') await installWasmKernels();
  const built = createBase(name, { size: [size, size] });
  // Of a scale that lasts through the layers: denormal floats would slow some of them down.
  loadWeights(built.model, formulaWeights(built.model));
  const base = flavour === 'folded' || flavour === 'onnx' ? foldBatchNorm(built) : built;
  const onnx = flavour === 'onnx' ? await createOnnxBase(base, { threads: 1 }) : undefined;
  const images = pictures(args as BenchArgs);
  const options = { batchSize: batch };
  return {
    step: async () => void (await (onnx?.extractFeatures(images, options) ?? extractFeatures(base, images, options))),
    dispose: async () => {
      await onnx?.dispose();
      if (base !== built) base.dispose();
      built.dispose();
    },
  };
};

await serveContender(makeWork);
