import { useBackend } from '@animals/backend';
import { kFold, summarise } from '@animals/cv';
import { auditDataset, loadImages, scanFolder } from '@animals/data';
import { evaluate, fit, initialiseWeights } from '@animals/train';
import { layers, sequential } from '@tensorflow/tfjs-layers';

await useBackend({ prefer: ['wasm'] });
const manifest = await scanFolder('pictures', { positive: 'fox', negative: 'other' });
console.log(auditDataset(manifest).verdicts.map(({ message }) => message)); // what the files give away
const images = await loadImages(manifest, { size: [62, 62] });

const scores: number[] = [];
for (const { train, test, seed } of kFold(images.count, { k: 5, shuffle: true, seed: 7 })) {
  const model = sequential({
    layers: [
      layers.conv2d({ inputShape: [62, 62, 3], filters: 16, kernelSize: 3, activation: 'relu' }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.flatten(),
      layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  initialiseWeights(model, seed);
  await fit(model, { images, train }, { epochs: 8, batchSize: 8, seed });
  scores.push((await evaluate(model, images, test)).accuracy);
  model.dispose();
}
console.log(summarise(scores)); // { mean, sd, ci95 }
