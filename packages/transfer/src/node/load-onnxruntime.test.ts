import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataError } from '@animals/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOnnxruntime } from './load-onnxruntime.ts';

describe('loadOnnxruntime', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'animals-onnx-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  function install(source: string): string {
    const folder = path.join(home, 'node_modules/onnxruntime-node');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'onnxruntime-node', main: 'index.js' }));
    writeFileSync(path.join(folder, 'index.js'), source);
    return path.join(home, 'main.js');
  }

  it('says what to install where the package is missing', async () => {
    const missing = loadOnnxruntime([path.join(home, 'main.js')]);
    await expect(missing).rejects.toThrow('onnxruntime-node: is not installed; npm i onnxruntime-node');
    await expect(missing).rejects.toThrow(DataError);
  });

  it('says why an installed package does not load', async () => {
    const broken = loadOnnxruntime([install('throw new Error("wrong glibc");')]);
    await expect(broken).rejects.toThrow('does not load (wrong glibc); install it anew, or take extractFeatures');
  });

  it('loads it from the first place that has it', async () => {
    const main = install('exports.InferenceSession = "of the program";');
    const loaded = await loadOnnxruntime([path.join(tmpdir(), 'no-such-folder/main.js'), main]);
    expect(loaded.InferenceSession).toBe('of the program');
  });
});
