import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../../tools/src/testing/find-chromium.ts';
import { loadBundle } from '../bundle/node/load-bundle.ts';
import { saveBundle } from '../bundle/node/save-bundle.ts';
import { fit } from '../fit.ts';
import { JPEG_BYTES } from '../testing/jpeg-bytes.ts';
import { pngBytes } from '../testing/png-bytes.ts';
import type { PageRequest } from '../testing/predict-page.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { range, tinyImages, tinyModel } from '../testing/tiny.ts';
import { predict } from './node/predict.ts';
import type { Prediction } from './prediction.ts';

const executablePath = findChromium();
const why = executablePath ? '' : ' (skipped: no Chromium found, set CHROMIUM to its path)';
const { resolve } = createRequire(import.meta.url);
const PICTURES = ['0.png', '1.png', '2.png', '3.jpg'];

/** Trains a model for a few epochs and leaves its bundle, as a folder and as a file, and some pictures. */
async function prepare(folder: string): Promise<void> {
  await setBackend('cpu');
  const images = tinyImages(16);
  const model = tinyModel({ activation: 'tanh' });
  const optimizer = { name: 'adam', learningRate: 0.02 } as const;
  await fit(model, { images, train: range(0, 16) }, { epochs: 5, batchSize: 4, optimizer });
  const meta = { classes: ['no', 'yes'], preprocessing: { fit: 'crop' }, threshold: 0.4, temperature: 1.3 } as const;
  await saveBundle(model, path.join(folder, 'fox'), meta);
  await saveBundle(model, path.join(folder, 'fox.bundle'), meta);
  model.dispose();
  const wide = tinyImages(3, { side: 20, seed: 4 });
  for (const i of [0, 1, 2]) {
    const pixels = wide.pixels.subarray(i * 1200, (i + 1) * 1200);
    writeFileSync(path.join(folder, `${i}.png`), pngBytes({ width: 25, height: 16, pixels }));
  }
  writeFileSync(path.join(folder, '3.jpg'), JPEG_BYTES);
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, '../testing/predict-page.ts')],
    ...{ bundle: true, write: false, platform: 'browser', format: 'esm', target: 'es2022', logLevel: 'error' },
    conditions: ['@animals/source'],
  });
  return outputFiles[0]?.text ?? '';
}

/** Serves the page, its script, the folder, and the WebAssembly of backend and codecs. */
async function serve(folder: string, script: string): Promise<{ server: Server; url: string }> {
  const wasm = path.join(path.dirname(resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist');
  const server = createServer(({ url = '/' }, response) => {
    const send = (type: string, body: string | Buffer) => response.setHeader('Content-Type', type).end(body);
    if (url === '/')
      return send('text/html', '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>');
    if (url === '/page.js') return send('text/javascript', script);
    if (url === '/codec/jpeg')
      return send('application/wasm', readFileSync(resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')));
    const [, name] = /^\/wasm\/([\w-]+\.wasm)$/.exec(url) ?? [];
    const file = name ? path.join(wasm, name) : path.join(folder, url);
    if (!existsSync(file)) return response.writeHead(404).end();
    return send(name ? 'application/wasm' : 'application/octet-stream', readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

describe.skipIf(!executablePath)(`a bundle trained in Node, in a browser${why}`, () => {
  const { folder, remove } = temporaryFolder();
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const [script] = await Promise.all([pageScript(), prepare(folder)]);
    const served = await serve(folder, script);
    server = served.server;
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage();
    await page.goto(served.url);
    await page.waitForFunction('globalThis.predictHere');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    remove();
  });

  it.each([
    ['cpu', '/fox/'],
    ['wasm', '/fox.bundle'],
  ] as const)(
    'predicts on %s what it predicts in Node',
    async (backend, bundle) => {
      const request: PageRequest = {
        backend,
        bundle: new URL(bundle, page.url()).href,
        pictures: PICTURES.map((name) => `/${name}`),
      };
      const found = (await page.evaluate(`predictHere(${JSON.stringify(request)})`)) as Prediction[];
      const here = await loadBundle(path.join(folder, 'fox'));
      const expected: Prediction[] = [];
      for await (const prediction of predict(
        here,
        PICTURES.map((name) => path.join(folder, name)),
      ))
        expected.push(prediction);
      here.model.dispose();
      expect(found.map(({ id }) => id)).toEqual([...PICTURES.map((name) => `/${name}`), 'dropped.png']);
      expect(found.map(({ label }) => label)).toEqual([...expected, expected[0]].map((each) => each?.label));
      expect(found.map(({ probability }) => probability)).toBeAllClose(
        [...expected, expected[0]].map((each) => each?.probability as number),
        { atol: 1e-5, rtol: 0 },
      );
      expect(new Set(expected.map(({ probability }) => probability.toFixed(3))).size).toBe(4);
    },
    60_000,
  );
});
