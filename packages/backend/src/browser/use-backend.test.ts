import { describe, expect, it } from 'vitest';
import { doctor } from './doctor.ts';
import { useBackend } from './use-backend.ts';

describe('useBackend in a page', () => {
  it('passes over what only Node can load', async () => {
    const backend = await useBackend({ prefer: ['tensorflow-gpu', 'webgpu', 'tensorflow', 'cpu'] });
    expect(backend.name).toBe('cpu');
    expect(backend.passedOver.map(({ reason }) => reason)).toEqual([
      'is a native library, which pages cannot load; use wasm or webgpu in the browser',
      expect.stringContaining('npm install @tensorflow/tfjs-backend-webgpu, and import it before useBackend'),
      'is a native library, which pages cannot load; use wasm or webgpu in the browser',
    ]);
  });

  it('has a report for each', async () => {
    expect((await doctor()).map(({ status }) => status)).toEqual(['missing', 'missing', 'missing', 'ready', 'ready']);
  });
});
