import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../../tools/src/testing/find-chromium.ts';
import { loadImages } from '../node/load-images.ts';
import { readFrom } from '../scan/read-from.ts';
import { scanFiles } from '../scan/scan-files.ts';
import { sha256 } from '../scan/sha256.ts';
import { manyPictures } from '../testing/many-pictures.ts';
import { withFolder } from '../testing/temporary-folder.ts';
import { zipOf } from '../testing/zip-of.ts';

const executablePath = findChromium();
const why = executablePath ? '' : ' (skipped: no Chromium)';

/** More than the hundred files that a browser gives at a time. */
const FILES = manyPictures(260);
const LITTER = { 'even/.DS_Store': 'x', '__MACOSX/x': 'x' };

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../fixtures/browser-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['@animals/source'],
    external: ['module'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text as string;
}

/** The page, its script, an archive, and the codecs' WebAssembly. */
async function serve(script: string, zip: Uint8Array): Promise<Server> {
  const { resolve } = createRequire(import.meta.url);
  const server = createServer(async ({ url = '/' }, response) => {
    const send = (type: string, body: string | Uint8Array) =>
      response.writeHead(200, { 'content-type': type }).end(body);
    if (url === '/')
      return send('text/html', '<input type="file" webkitdirectory><script type="module" src="/x.js"></script>');
    if (url === '/x.js') return send('text/javascript', script);
    if (url === '/x.zip') return send('application/zip', zip);
    const name = url.split('/').at(-1);
    if (name !== 'mozjpeg_dec.wasm') return response.writeHead(404).end();
    return send('application/wasm', await readFile(resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

describe.skipIf(!executablePath)(`files in a browser${why}`, () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let wanted: object;

  beforeAll(async () => {
    const entries = [...FILES].map(([path, content]) => ({ path: `top/${path}`, content }));
    server = await serve(await bundle(), zipOf(entries));
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('globalThis.chosen');
    const manifest = await scanFiles(FILES);
    const { pixels } = await loadImages(manifest, { size: [6, 5], read: readFrom(FILES) });
    wanted = { fingerprint: manifest.fingerprint, count: 260, pixels: await sha256(pixels) };
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('come from an <input webkitdirectory>, with the pixels that Node has', { timeout: 60_000 }, async () => {
    await withFolder({ ...Object.fromEntries(FILES), ...LITTER }, async (root) => {
      await page.setInputFiles('input', root);
      expect(await page.evaluate('chosen()')).toEqual(wanted);
    });
  });

  it('come from a folder that was dropped, all of them', { timeout: 60_000 }, async () => {
    await withFolder({ ...Object.fromEntries(FILES), ...LITTER }, async (root) => {
      const session = await page.context().newCDPSession(page);
      const data = { items: [], files: [join(root, 'even'), join(root, 'odd')], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 50, y: 50, data });
      }
      expect(await page.evaluate('dropped()')).toEqual(wanted);
    });
  });

  it('come from a zip', { timeout: 60_000 }, async () => {
    expect(await page.evaluate("zipped('/x.zip')")).toEqual(wanted);
  });
});
