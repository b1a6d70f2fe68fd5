import '@tensorflow/tfjs-backend-cpu';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../../tools/src/testing/find-chromium.ts';
import { type Base, createBase } from '../bases/create-base.ts';
import type { PageRequest } from '../testing/features-page.ts';
import { formulaWeights } from '../testing/formula.ts';
import { tinyImages } from '../testing/tiny-images.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { saveWeights } from '../weights/save-weights.ts';
import { extractFeatures } from './extract-features.ts';

const executablePath = findChromium();
const why = executablePath ? '' : ' (skipped: no Chromium found, set CHROMIUM to its path)';
const side = 32;

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, '../testing/features-page.ts')],
    ...{ bundle: true, write: false, platform: 'browser', format: 'esm', target: 'es2022', logLevel: 'error' },
    conditions: ['@animals/source'],
  });
  return outputFiles[0]?.text ?? '';
}

async function serve(files: Readonly<Record<string, string | Uint8Array>>): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url = '/' }, response) => {
    const file = files[url];
    if (file === undefined) return response.writeHead(404).end();
    return response.setHeader('Content-Type', url === '/page.js' ? 'text/javascript' : 'text/html').end(file);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

describe.skipIf(!executablePath)(`extractFeatures in a page${why}`, () => {
  let base: Base;
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    base = createBase('MobileNet', { alpha: 0.25, size: [side, side] });
    loadWeights(base.model, formulaWeights(base.model));
    const served = await serve({
      '/': '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>',
      '/page.js': await pageScript(),
      '/weights.safetensors': await saveWeights(base.model),
    });
    server = served.server;
    const args = ['--no-sandbox', '--disable-gpu'];
    browser = await chromium.launch({ executablePath: executablePath as string, args });
    page = await browser.newPage();
    await page.goto(served.url);
    await page.waitForFunction('globalThis.featuresHere');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    base?.dispose();
  });

  it('gives the features of Node from the same weights', async () => {
    const images = tinyImages(3, side);
    const request: PageRequest = { pixels: [...images.pixels], count: images.count, side };
    const found = (await page.evaluate(`featuresHere(${JSON.stringify(request)})`)) as number[];
    const expected = await extractFeatures(base, images, { batchSize: 2 });
    expect(found).toHaveLength(3 * 256);
    expect(found).toBeAllClose(expected.data, { atol: 1e-5, rtol: 1e-5 });
    expect(new Set(found.map((value) => value.toFixed(4))).size).toBeGreaterThan(100);
  }, 60_000);
});
