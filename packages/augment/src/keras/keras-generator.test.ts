import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { countingFloats, countingImage, imageSetOf } from '../testing/pictures.ts';
import { kerasGenerator } from './keras-generator.ts';

const PARAMETERS = {
  theta: 12,
  tx: 0.5,
  ty: -0.25,
  shear: 3,
  zx: 0.9,
  zy: 1.1,
  flipHorizontal: true,
  flipVertical: true,
  channelShiftIntensity: 25,
};
const STUDY = { rotationRange: 20, zoomRange: 0.2, horizontalFlip: true, shearRange: 15, widthShiftRange: 0.1 };
const SIZE = { height: 40, width: 60 };
const quiet = () => {};

describe('kerasGenerator', () => {
  it('applies affine change, channel shift and flips as Keras', () => {
    const { apply } = kerasGenerator({ variant: 'keras-2.9', fillMode: 'reflect' });
    // ImageDataGenerator(fill_mode='reflect').apply_transform(x, p), Keras 3.15.1, float32
    expect(apply(countingFloats(3, 4), PARAMETERS).pixels).toBeAllClose(
      [
        77.0, 114.0, 151.0, 141.16597, 178.16597, 208.18845, 107.5927, 131.44568, 168.44568, 115.55502, 121.82175,
        158.82175, 201.42548, 78.90564, 115.90563, 183.52412, 109.49992, 146.49991, 142.61624, 127.17752, 164.17752,
        173.34642, 107.38663, 144.38663, 195.15483, 204.17834, 69.15482, 172.17639, 208.18845, 76.4892, 80.83882,
        117.83882, 154.83882, 159.18845, 196.18845, 208.18845,
      ],
      { atol: 2e-5 },
    );
  });

  it.each(['nearest', 'constant', 'reflect', 'wrap'] as const)(
    'flips one axis or both exactly, outside by %s',
    (fillMode) => {
      const image = { pixels: Uint8Array.of(1, 2, 3, 4, 5, 6), height: 2, width: 3, channels: 1 };
      const { apply } = kerasGenerator({ fillMode });
      const flipped = (flipHorizontal: boolean, flipVertical: boolean) => [
        ...apply(image, { flipHorizontal, flipVertical }).pixels,
      ];
      expect(flipped(true, false)).toEqual([3, 2, 1, 6, 5, 4]);
      expect(flipped(false, true)).toEqual([4, 5, 6, 1, 2, 3]);
      expect(flipped(true, true)).toEqual([6, 5, 4, 3, 2, 1]);
      // the shift comes first: row 1 is read twice, then the columns are exchanged
      expect([...apply(image, { tx: 1, flipHorizontal: true }).pixels].slice(0, 3)).toEqual([6, 5, 4]);
    },
  );

  it('changes brightness as each variant does', () => {
    const image = countingFloats(3, 4);
    const first = (variant: 'corrected' | 'keras-1.1.2' | 'keras-2.9', brightness: number, x = image) =>
      [...kerasGenerator({ variant, fillMode: 'reflect' }).apply(x, { brightness }).pixels].slice(0, 6);
    expect(first('corrected', 1.5)).toEqual([46.5, 102, 157.5, 213, 255, 255]);
    // the same generator's apply_transform(x, {**p, 'brightness': 1.3})
    const all = kerasGenerator({ variant: 'keras-2.9', fillMode: 'reflect' }).apply(image, {
      ...PARAMETERS,
      brightness: 1.3,
    });
    expect([...all.pixels].slice(0, 9)).toEqual([100, 148, 196, 183, 231, 255, 139, 170, 218]);
    // apply_transform(x * 2 - 60, {'theta': 0, 'brightness': 0.7}): beyond 0 to 255, it is stretched and stretched back
    const wide = { ...image, pixels: image.pixels.map((value) => value * 2 - 60) };
    const expected = [-3.40392, 48.06275, 99.52942, 150.99608, 203.97649, 255.44315];
    expect(first('keras-2.9', 0.7, wide)).toBeAllClose(expected, { atol: 2e-5 });
    // x - x.min(), / x.max(), * 255, uint8, ImageEnhance.Brightness(1.3), Pillow 12.3
    expect(first('keras-1.1.2', 1.3)).toEqual([13, 76, 140, 204, 255, 255]);
  });

  it('standardises as Keras', () => {
    const image = countingFloats(3, 4);
    const change = (factor: number, shift: number, modulus: number) => ({
      ...image,
      pixels: Uint8Array.from(image.pixels, (value) => (value * factor + shift) % modulus),
    });
    const rowOf = (pixels: ArrayLike<number>) => Array.from(pixels).slice(0, 12);
    const sample = kerasGenerator({ rescale: 1 / 255, samplewiseStdNormalization: true });
    // ImageDataGenerator(rescale=1/255, samplewise_std_normalization=True).standardize(x)[0]
    expect(rowOf(sample.standardise(image).pixels)).toBeAllClose(
      [-1.50181, -0.85859, -0.21537, 0.42785, 1.07106, 1.71428, -1.11935, -0.47614, 0.16708, 0.8103, 1.45352, -1.38012],
      { atol: 2e-5 },
    );
    const images = imageSetOf([change(1, 0, 1000), change(7, 1, 250), change(5, 3, 250)]);
    const feature = kerasGenerator({ rescale: 0.5, featurewiseStdNormalization: true });
    const statistics = feature.fit(images);
    const wholeMean = (k: number) => {
      const values = images.pixels.filter((_, i) => i % 3 === k);
      return values.reduce((a, b) => a + b, 0) / values.length / 2;
    };
    expect(statistics.mean).toBeAllClose([wholeMean(0), wholeMean(1), wholeMean(2)]);
    const all = Array.from({ length: 3 }, (_, i) => {
      const pixels = images.pixels.subarray(i * 36, (i + 1) * 36);
      return [...feature.standardise({ ...image, pixels }, { statistics }).pixels];
    }).flat();
    const red = all.filter((_, i) => i % 3 === 0);
    expect(red.reduce((a, b) => a + b, 0) / red.length).toBeCloseTo(0, 5);
    expect(red.reduce((a, b) => a + b * b, 0) / red.length).toBeCloseTo(1, 5);
    expect(() => feature.standardise(image)).toThrow('give what fit(images) returns');
  });

  it('learns channels and whitening as Keras', () => {
    const rows = [37, 41, 53, 97].map((k) => Uint8Array.from({ length: 18 }, (_, i) => (i * k + 7 * k) % 251));
    const images = imageSetOf(rows.map((pixels) => ({ pixels, height: 2, width: 3, channels: 3 })));
    const image = { pixels: rows[1]!, height: 2, width: 3, channels: 3 };
    // X = np.stack([((np.arange(18) * k + 7 * k) % 251).reshape(2, 3, 3) for k in (37, 41, 53, 97)]).astype('float32')
    // g = ImageDataGenerator(featurewise_std_normalization=True, rescale=0.5); g.fit(X); g.mean, g.std, g.standardize(X[1])
    const feature = kerasGenerator({ featurewiseStdNormalization: true, rescale: 0.5 });
    const statistics = feature.fit(images);
    expect(statistics.mean).toBeAllClose([52.4375, 65.25, 67.604164]);
    expect(statistics.sd).toBeAllClose([35.175251, 34.478859, 36.198524]);
    const scaled = feature.standardise(image, { statistics }).pixels;
    expect(scaled.subarray(0, 5)).toBeAllClose([-0.979026, -0.775838, -0.237694, 0.769362, 1.007864], { atol: 2e-6 });
    // ImageDataGenerator(zca_whitening=True, zca_epsilon=1e-2), fit(X), standardize(X[1])
    const zca = kerasGenerator({ zcaWhitening: true, zcaEpsilon: 1e-2 });
    expect(zca.standardise(image, { statistics: zca.fit(images) }).pixels).toBeAllClose(
      [
        -0.550874, -0.268363, -0.083711, 0.275859, 0.55837, 0.743022, -0.459702, -0.360004, -0.225686, 0.416532,
        0.466729, 0.651381, -0.601677, -0.551481, -0.085013, 0.324891, 0.375088, 0.74172,
      ],
      { atol: 2e-5 },
    );
  });

  it('whitens: afterwards the pictures have no correlation', () => {
    const images = imageSetOf(
      Array.from({ length: 12 }, (_, i) => ({
        pixels: Uint8Array.of(i * 20, (i * i) % 250, (i * 83) % 251),
        height: 1,
        width: 1,
        channels: 3,
      })),
    );
    const generator = kerasGenerator({ zcaWhitening: true });
    const statistics = generator.fit(images);
    const rows = images.ids.map((_, i) => {
      const pixels = images.pixels.subarray(3 * i, 3 * i + 3);
      return [...generator.standardise({ pixels, height: 1, width: 1, channels: 3 }, { statistics }).pixels];
    });
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        const product = rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0) / rows.length;
        expect(product).toBeCloseTo(a === b ? 1 : 0, 4);
      }
    }
  });

  it('draws within the ranges, and zooms of height and width apart', () => {
    const generator = kerasGenerator({
      ...STUDY,
      heightShiftRange: 3,
      widthShiftRange: [0.25],
      channelShiftRange: 20,
      brightnessRange: [0.5, 1.5],
      verticalFlip: true,
    });
    const drawn = Array.from({ length: 200 }, (_, id) => generator.sample({ seed: 0, id }, SIZE));
    const range = (name: 'theta' | 'tx' | 'ty' | 'shear' | 'zx' | 'brightness') => {
      const values = drawn.map((parameters) => parameters[name] as number);
      return [Math.min(...values), Math.max(...values)] as const;
    };
    const expectRange = (name: Parameters<typeof range>[0], low: number, high: number) => {
      const [least, most] = range(name);
      expect(least).toBeGreaterThanOrEqual(low);
      expect(most).toBeLessThanOrEqual(high);
      expect(most - least).toBeGreaterThan(0.9 * (high - low));
    };
    expectRange('theta', -20, 20);
    expectRange('shear', -15, 15);
    expectRange('zx', 0.8, 1.2);
    expectRange('brightness', 0.5, 1.5);
    expect(new Set(drawn.map(({ tx }) => Math.abs(tx!)))).toEqual(new Set([0, 1, 2]));
    expect(new Set(drawn.map(({ ty }) => ty))).toEqual(new Set([-15, 15]));
    expect(drawn.every(({ zx, zy }) => zx !== zy)).toBe(true);
    const flipped = drawn.filter(({ flipHorizontal }) => flipHorizontal).length;
    expect(flipped).toBeGreaterThan(70);
    expect(flipped).toBeLessThan(130);
    expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn);
  });

  it('draws what seed, epoch, id and copy say, in whatever order', () => {
    const generator = kerasGenerator(STUDY);
    const keys = [0, 1].flatMap((seed) =>
      [0, 1].flatMap((epoch) => ['a', 'b'].flatMap((id) => [0, 1].map((copy) => ({ seed, epoch, id, copy })))),
    );
    const drawn = keys.map((key) => generator.sample(key, SIZE));
    const backwards = [...keys].reverse().map((key) => kerasGenerator(STUDY).sample(key, SIZE));
    expect(backwards.reverse()).toEqual(drawn);
    expect(new Set(drawn.map(({ theta }) => theta)).size).toBe(keys.length);
  });

  it('leaves a picture as it is when nothing is asked for, and never the one it was given', () => {
    const property = fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (height, width) => {
      const image = countingImage(height, width);
      const generator = kerasGenerator();
      const result = generator.apply(image, generator.sample({ seed: 3, id: 'a' }, image));
      expect(result).toEqual(image);
      expect(result.pixels).not.toBe(image.pixels);
    });
    fc.assert(property, { numRuns: 20 });
  });

  it('warns of units that look wrong', () => {
    const onWarning = vi.fn();
    const { warnings } = kerasGenerator({ shearRange: 0.2, rotationRange: 0.3, channelShiftRange: 0.1, onWarning });
    expect(onWarning.mock.calls.flat()).toEqual(warnings);
    expect(warnings[0]).toBe(
      'shearRange is in degrees: 0.2 moves nothing by more than 0.35 px in 100; if radians were meant, give 11.5',
    );
    expect(warnings).toHaveLength(3);
    expect(kerasGenerator({ ...STUDY, onWarning: quiet }).warnings).toEqual([]);
    const warn = vi.spyOn(console, 'warn').mockImplementation(quiet);
    kerasGenerator({ shearRange: 0.2 });
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it('splits as Keras: the first pictures are validation', () => {
    const { subset } = kerasGenerator({ validationSplit: 0.3 });
    expect([...subset(5, 'validation')]).toEqual([0]);
    expect([...subset(5, 'training')]).toEqual([1, 2, 3, 4]);
  });

  it('refuses options that break their rules', () => {
    for (const options of [
      { rotationRange: -1 },
      { zoomRange: 1 },
      { zoomRange: [1.2, 0.8] as const },
      { brightnessRange: [2, 1] as const },
      { validationSplit: 1 },
      { widthShiftRange: Number.NaN },
      { fillMode: 'mirror' as 'wrap' },
      { interpolationOrder: 3 as 1 },
      { dataFormat: 'channels_first' as 'channels_last' },
    ]) {
      expect(() => kerasGenerator(options)).toThrow(ArgumentError);
    }
    const generator = kerasGenerator();
    expect(() => generator.sample({ seed: -1, id: 'a' }, SIZE)).toThrow(ArgumentError);
    expect(() => generator.sample({ seed: 0, id: 'a', copy: 0.5 }, SIZE)).toThrow('copy must be a whole number');
  });
});
