import { ArgumentError, DataError } from '@animals/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedWeights } from './named-weights.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

// safetensors 0.8: safetensors.numpy.save({'b/kernel': float32 [[1, 2.5], [-3, 0]], 'a': float16 [1, -2, 65504, 6e-8], 'n': int64 7})
const NUMPY = bytes(
  'sAAAAAAAAAB7Im4iOnsiZHR5cGUiOiJJNjQiLCJzaGFwZSI6W10sImRhdGFfb2Zmc2V0cyI6WzAsOF19LCJiL2tlcm5lbCI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMiwyXSwiZGF0YV9vZmZzZXRzIjpbOCwyNF19LCJhIjp7ImR0eXBlIjoiRjE2Iiwic2hhcGUiOls0XSwiZGF0YV9vZmZzZXRzIjpbMjQsMzJdfX0gICAgIAcAAAAAAAAAAACAPwAAIEAAAEDAAAAAAAA8AMD/ewEA',
);
// safetensors.torch.save({'w': torch.tensor([1.0, -2.5], dtype=torch.bfloat16)})
const TORCH = bytes('OAAAAAAAAAB7InciOnsiZHR5cGUiOiJCRjE2Iiwic2hhcGUiOlsyXSwiZGF0YV9vZmZzZXRzIjpbMCw0XX19IIA/IMA=');

const weights: NamedWeights = [
  { name: 'z', shape: [2, 1], dtype: 'float32', data: Float32Array.of(1.5, -0) },
  { name: 'ä', shape: [], dtype: 'int32', data: Int32Array.of(-7) },
  { name: 'empty', shape: [0, 3], dtype: 'float32', data: new Float32Array(0) },
];

describe('readSafetensors', () => {
  it('reads what the reference library writes, half floats and bfloats too', () => {
    const byName = Object.fromEntries(readSafetensors(NUMPY).map((weight) => [weight.name, weight]));
    expect(byName['b/kernel']).toEqual({
      name: 'b/kernel',
      shape: [2, 2],
      dtype: 'float32',
      data: Float32Array.of(1, 2.5, -3, 0),
    });
    expect(byName.a?.data).toEqual(Float32Array.of(1, -2, 65504, 2 ** -24));
    expect(byName.n).toEqual({ name: 'n', shape: [], dtype: 'int32', data: Int32Array.of(7) });
    expect(readSafetensors(TORCH)[0]?.data).toEqual(Float32Array.of(1, -2.5));
  });

  it('gives back what was written, in its order', () => {
    expect(readSafetensors(writeSafetensors(weights))).toEqual(weights);
  });

  it('names the file and what is wrong with it, wherever it is cut', () => {
    const file = writeSafetensors(weights);
    for (const end of [0, 7, 9, 40, file.length - 1]) {
      expect(() => readSafetensors(file.subarray(0, end), 'w.safetensors')).toThrow(DataError);
    }
    const text = new TextEncoder().encode('{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}');
    const odd = new Uint8Array(8 + text.length + 4);
    odd[0] = text.length;
    odd.set(text, 8);
    expect(() => readSafetensors(odd, 'w.safetensors')).toThrow('w.safetensors: its entry x is malformed');
  });

  it('throws nothing but a DataError, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(40), (noise, length) => {
        try {
          readSafetensors(Uint8Array.of(length, 0, 0, 0, 0, 0, 0, 0, ...noise));
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
    );
  });
});

describe('writeSafetensors', () => {
  it('refuses names that are there twice, and values that do not fill their shape', () => {
    expect(() => writeSafetensors([...weights, ...weights])).toThrow(/got z twice/);
    expect(() => writeSafetensors([{ name: 'x', shape: [3], dtype: 'float32', data: new Float32Array(2) }])).toThrow(
      ArgumentError,
    );
  });
});
