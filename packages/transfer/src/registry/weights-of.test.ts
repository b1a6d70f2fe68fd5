import { describe, expect, it } from 'vitest';
import { BASE_NAMES } from '../bases/base-name.ts';
import { hashTensors } from './hash-tensors.ts';
import { weightsOf } from './weights-of.ts';

describe('weightsOf', () => {
  // The addresses that keras 3.15.1 hands to get_file, and its hashes.
  it.each([
    ['VGG19', {}, 'vgg19/vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5', '253f8cb515780f3b799900260a226db6'],
    ['VGG16', { top: true }, 'vgg16/vgg16_weights_tf_dim_ordering_tf_kernels.h5', '64373286793e3c8b2b4e3219cbf3544b'],
    ['ResNet50', {}, 'resnet/resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5', '4d473c1dd8becc155b73f8504c6f6626'],
    [
      'ResNet50V2',
      {},
      'resnet/resnet50v2_weights_tf_dim_ordering_tf_kernels_notop.h5',
      'fac2f116257151a9d068a22e544a4917',
    ],
    ['MobileNet', { alpha: 0.25, size: [128, 128] }, 'mobilenet/mobilenet_2_5_128_tf_no_top.h5', null],
    ['MobileNet', { size: [124, 124], top: true }, 'mobilenet/mobilenet_1_0_224_tf.h5', null],
    [
      'MobileNetV2',
      { alpha: 0.35, size: [96, 96] },
      'mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_0.35_96_no_top.h5',
      null,
    ],
    ['MobileNetV2', {}, 'mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.0_224_no_top.h5', null],
  ] as const)('knows where Keras has the weights of %s %j', (name, choice, place, md5) => {
    const { url, md5: known } = weightsOf(name, choice);
    expect(url).toBe(`https://storage.googleapis.com/tensorflow/keras-applications/${place}`);
    expect(known).toBe(md5);
  });

  it('knows a licence and a preprocessing for every network, and no accuracy that nobody published', () => {
    for (const name of BASE_NAMES) {
      const entry = weightsOf(name);
      expect(entry.licence).toMatch(/^(MIT|Apache-2.0|CC-BY-4.0)$/);
      expect(entry.top1).toBeGreaterThan(0.7);
    }
    expect(weightsOf('MobileNetV2', { alpha: 0.35 }).top1).toBeNull();
    expect(weightsOf('VGG19').preprocessing).toBe('caffe');
  });

  it('refuses a network or a width that there is not', () => {
    expect(() => weightsOf('VGG11' as 'VGG16')).toThrow('name must be one of');
    expect(() => weightsOf('MobileNet', { alpha: 0.3 })).toThrow('alpha of MobileNet must be one of');
  });
});

describe('hashTensors', () => {
  const weights = [{ name: 'a', shape: [2], dtype: 'float32', data: Float32Array.of(1, 2) }] as const;

  it('depends on values and shapes, and not on names', async () => {
    const hash = await hashTensors(weights);
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await hashTensors([{ ...weights[0], name: 'b' }])).toBe(hash);
    expect(await hashTensors([{ ...weights[0], shape: [1, 2] }])).not.toBe(hash);
    expect(await hashTensors([{ ...weights[0], data: Float32Array.of(1, 3) }])).not.toBe(hash);
  });
});
