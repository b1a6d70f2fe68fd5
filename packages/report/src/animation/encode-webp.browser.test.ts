import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFile } from '../figure/package-file.ts';
import { browserSuite, noChromium, startChromium } from '../testing/chromium.ts';
import { encodeWebp } from './encode-webp.ts';

const frames = [0, 90, 180].map((grey) => ({ pixels: new Uint8Array(40 * 30 * 3).fill(grey), width: 40, height: 30 }));

/** A page's script: it encodes three frames, and shows them. */
const script = `
import { encodeWebp } from './browser.ts';
const frames = [0, 90, 180].map((grey) => ({ pixels: new Uint8Array(40 * 30 * 3).fill(grey), width: 40, height: 30 }));
globalThis.encoded = async () => {
  const file = await encodeWebp(frames, { delay: 50 });
  const image = document.createElement('img');
  image.src = URL.createObjectURL(new Blob([file], { type: 'image/webp' }));
  await image.decode();
  const decoder = new ImageDecoder({ data: file, type: 'image/webp' });
  await decoder.tracks.ready;
  const { frameCount } = decoder.tracks.selectedTrack;
  const greys = [];
  for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
    const { image: frame } = await decoder.decode({ frameIndex });
    const context = new OffscreenCanvas(40, 30).getContext('2d');
    context.drawImage(frame, 0, 0);
    greys.push([...context.getImageData(39, 29, 1, 1).data]);
  }
  return { bytes: [...file], size: [image.naturalWidth, image.naturalHeight], greys };
};`;

/** Bundles as a browser's bundler does: nothing of Node is left in it. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['@animals/source'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text as string;
}

/** The page, its script, and beside it the encoder's WebAssembly. */
async function serve(code: string): Promise<Server> {
  const server = createServer(async ({ url }, response) => {
    const send = (type: string, body: string | Uint8Array) =>
      response.writeHead(200, { 'content-type': type }).end(body);
    if (url === '/') return send('text/html', '<script type="module" src="/x.js"></script>');
    if (url === '/x.js') return send('text/javascript', code);
    if (url !== '/webp_enc.wasm') return response.writeHead(404).end();
    return send('application/wasm', await packageFile('@jsquash/webp/codec/enc/webp_enc.wasm'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

describe.skipIf(noChromium)(browserSuite('encodeWebp in a browser'), () => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve(await bundle());
    browser = await startChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('makes the bytes that Node makes, and a browser plays them', { timeout: 60_000 }, async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('globalThis.encoded');
    const { bytes, size, greys } = (await page.evaluate('encoded()')) as Record<string, unknown[]>;
    expect(bytes).toEqual([...(await encodeWebp(frames, { delay: 50 }))]);
    expect(size).toEqual([40, 30]);
    expect(greys).toEqual([0, 90, 180].map((grey) => [grey, grey, grey, 255]));
    await page.close();
  });
});
