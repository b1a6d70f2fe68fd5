import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import type { BackendLoader } from './backends/base.ts';
import { createUseBackend } from './create-use-backend.ts';
import { type BackendName, backendNames } from './types.ts';
import { Unavailable } from './unavailable.ts';

const works = (name: BackendName): BackendLoader => ({
  name,
  check: async () => ({ name, status: 'ready', detail: 'stand-in' }),
  start: async () => ({ kernels: null, versions: {}, dispose() {} }),
});
const lacks = (name: BackendName): BackendLoader => ({
  ...works(name),
  start: () => Promise.reject(new Unavailable(`needs the package '${name}'`, `npm install ${name}`)),
});
const loaders = [lacks('tensorflow-gpu'), lacks('webgpu'), works('tensorflow'), works('wasm'), works('cpu')];
const useBackend = createUseBackend(loaders);

describe('createUseBackend', () => {
  it('takes the first of a list that works and says why the others were passed over', async () => {
    const backend = await useBackend({ prefer: ['webgpu', 'tensorflow-gpu', 'cpu', 'wasm'] });
    expect(backend.name).toBe('cpu');
    expect(backend.passedOver).toEqual([
      { name: 'webgpu', reason: "needs the package 'webgpu'; npm install webgpu" },
      { name: 'tensorflow-gpu', reason: "needs the package 'tensorflow-gpu'; npm install tensorflow-gpu" },
    ]);
  });

  it('goes from the fastest to the slowest unless told otherwise', async () => {
    expect(backendNames).toEqual(['tensorflow-gpu', 'webgpu', 'tensorflow', 'wasm', 'cpu']);
    expect((await useBackend()).name).toBe('tensorflow');
  });

  it('takes one name as a demand, and names the remedy where it cannot be met', async () => {
    const refused = useBackend({ prefer: ['webgpu'] });
    await expect(refused).rejects.toBeInstanceOf(ArgumentError);
    await expect(refused).rejects.toThrow(/webgpu needs the package 'webgpu'; npm install webgpu/);
  });

  it('names every reason where nothing of a list works', async () => {
    await expect(useBackend({ prefer: ['webgpu', 'tensorflow-gpu'] })).rejects.toThrow(
      /npm install webgpu\. tensorflow-gpu needs/,
    );
  });

  it('refuses unknown names, listing the known ones', async () => {
    const unknown = useBackend({ prefer: ['cuda' as BackendName] });
    await expect(unknown).rejects.toThrow(/got "cuda"; known are tensorflow-gpu, webgpu, tensorflow, wasm, cpu/);
    await expect(useBackend({ prefer: [] })).rejects.toBeInstanceOf(ArgumentError);
    await expect(useBackend({ prefer: 'wasm' as never })).rejects.toBeInstanceOf(ArgumentError);
  });

  it('refuses a choice of kernels that would have no effect', async () => {
    await expect(useBackend({ prefer: ['cpu'], kernels: 'simd' })).rejects.toThrow(/add 'wasm' to prefer/);
    await expect(useBackend({ kernels: 'fast' as never })).rejects.toThrow(/auto, stock, simd, relaxed, got fast/);
  });

  it('stops at an abort, and lets errors through that are no refusal', async () => {
    const bug: BackendLoader = { ...works('cpu'), start: () => Promise.reject(new TypeError('a bug')) };
    await expect(createUseBackend([bug])({ prefer: ['cpu'] })).rejects.toThrow('a bug');
    await expect(useBackend({ signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);
  });
});
