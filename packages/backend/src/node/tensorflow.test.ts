import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUseBackend } from '../create-use-backend.ts';
import { optionalPackages } from './optional-packages.ts';
import { tensorflowBackend } from './tensorflow.ts';

const here = createRequire(import.meta.url);
let home: string;

/** A package that registers a backend named tensorflow, backed by plain JavaScript, the way tfjs-node does. */
function installStandIn(name: string, { binding = true, source = '' } = {}): void {
  const folder = path.join(home, 'node_modules', name);
  mkdirSync(path.join(folder, 'lib/napi-v8'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '4.22.0', main: 'index.js' }));
  if (binding) writeFileSync(path.join(folder, 'lib/napi-v8/tfjs_binding.node'), '');
  writeFileSync(
    path.join(folder, 'index.js'),
    `${source}
    const tf = require(${JSON.stringify(here.resolve('@tensorflow/tfjs-core'))});
    const { MathBackendCPU } = require(${JSON.stringify(here.resolve('@tensorflow/tfjs-backend-cpu'))});
    tf.registerBackend('tensorflow', () => new MathBackendCPU(), 3);
    tf.copyRegisteredKernels('cpu', 'tensorflow');
    if (!require('util').isNullOrUndefined(null)) throw new Error('util.isNullOrUndefined is broken');`,
  );
}

const use = () => {
  const packages = optionalPackages([path.join(home, 'main.js')]);
  return createUseBackend([tensorflowBackend('tensorflow', packages)])({ prefer: ['tensorflow'] });
};

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'animals-backend-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
  if (tf.findBackendFactory('tensorflow')) tf.removeBackend('tensorflow');
});

describe('tensorflowBackend', () => {
  it('says what to install where the package is missing', async () => {
    await expect(use()).rejects.toThrow(
      "tensorflow needs the package '@tensorflow/tfjs-node', not installed; npm install @tensorflow/tfjs-node",
    );
  });

  it('says that the install script did not run where the binding is missing', async () => {
    installStandIn('@tensorflow/tfjs-node', { binding: false });
    await expect(use()).rejects.toThrow(/without its native binding.*npm rebuild @tensorflow\/tfjs-node/);
  });

  it('says why an installed package does not load', async () => {
    installStandIn('@tensorflow/tfjs-node', { source: 'throw new Error("wrong glibc");' });
    await expect(use()).rejects.toThrow(/does not load \(wrong glibc\)/);
  });

  it('starts an installed package, also on a Node that has dropped util.isNullOrUndefined', async () => {
    const old = util as { isNullOrUndefined?: unknown };
    const kept = old.isNullOrUndefined;
    delete old.isNullOrUndefined;
    try {
      installStandIn('@tensorflow/tfjs-node');
      const backend = await use();
      expect(backend).toMatchObject({
        name: 'tensorflow',
        kernels: null,
        versions: { '@tensorflow/tfjs-node': '4.22.0' },
      });
      expect(tf.getBackend()).toBe('tensorflow');
      expect(await tf.add(1, 2).data()).toBeAllClose([3]);
    } finally {
      if (kept) old.isNullOrUndefined = kept;
    }
  });

  it('reports without loading anything', async () => {
    installStandIn('@tensorflow/tfjs-node-gpu', { source: 'throw new Error("loaded");' });
    const packages = optionalPackages([path.join(home, 'main.js')]);
    expect(await tensorflowBackend('tensorflow-gpu', packages).check()).toMatchObject({ status: 'ready' });
    expect(await tensorflowBackend('tensorflow', packages).check()).toMatchObject({
      status: 'missing',
      remedy: 'npm install @tensorflow/tfjs-node',
    });
  });
});
