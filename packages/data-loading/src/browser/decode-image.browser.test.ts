import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../../tools/src/testing/find-chromium.ts';
import { codecWasm } from '../node/codec-wasm.ts';
import { decodeImage } from '../node/decode-image.ts';
import { ODD_PICTURES, oddPicture } from '../testing/odd-pictures.ts';
import { PICTURES, picture } from '../testing/pictures.ts';

const executablePath = findChromium();
const missing = executablePath === undefined;

const FILES = [
  ...PICTURES.map((name) => [name, picture(name)] as const),
  ...ODD_PICTURES.map((name) => [name, oddPicture(name)] as const),
  ['half a JPEG', picture('jpeg').slice(0, 200)] as const,
  ['a damaged JPEG', picture('jpeg').fill(255, 180, 200)] as const,
  ['a damaged PNG', picture('rgba').fill(0, 60, 64)] as const,
];

/** Pixels, or why there are none. */
async function inNode(file: Uint8Array, options: object): Promise<number[] | string> {
  return decodeImage(file, options).then(
    ({ pixels }) => Array.from(pixels),
    ({ message }: Error) => message,
  );
}

/** A page of one module, with the codecs' WebAssembly beside it as in their packages. */
async function servePage(script: string): Promise<Server> {
  const server = createServer(async ({ url = '/' }, response) => {
    const send = (type: string, body: string | Uint8Array) => response.setHeader('Content-Type', type).end(body);
    if (url === '/') return send('text/html', '<!doctype html><meta charset="utf-8">');
    if (url === '/bundle.js') return send('text/javascript', script);
    if (url === '/mozjpeg_dec.wasm') return send('application/wasm', await codecWasm('jpeg'));
    if (url === '/webp_dec.wasm') return send('application/wasm', await codecWasm('webp'));
    return response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'decode-image.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    conditions: ['@animals/source'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

describe.skipIf(missing)(`decodeImage in a page${missing ? ' (skipped: no Chromium found, set CHROMIUM)' : ''}`, () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await servePage(await bundle());
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function inPage(file: Uint8Array, options: object): Promise<number[] | string> {
    const call = { bytes: Array.from(file), options };
    return page.evaluate(`import('/bundle.js').then(async ({ decodeImage }) => {
      const { bytes, options } = ${JSON.stringify(call)};
      try {
        return Array.from((await decodeImage(Uint8Array.from(bytes), options)).pixels);
      } catch (error) {
        return error.message;
      }
    })`);
  }

  it.each(FILES)('gives what Node gives: %s', async (_, file) => {
    for (const options of [{}, { channels: 4, orientation: 'ignore' }]) {
      expect(await inPage(file, options)).toEqual(await inNode(file, options));
    }
  });
});
