import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** A page on the loopback device. */
export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

const WASM = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json')),
  'dist',
);

const PAGE = '<!doctype html><meta charset="utf-8"><title>kernels</title><script src="/bundle.js"></script>';

/** Serves an empty page that loads a script, and the WASM backend's binaries under `/wasm/`. */
export async function servePage(script: string): Promise<PageServer> {
  const server = createServer(async ({ url = '/' }, response) => {
    const send = (type: string, body: string | Buffer) => response.setHeader('Content-Type', type).end(body);
    // What the WASM backend itself needs, and nothing more.
    response.setHeader('Content-Security-Policy', "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'");
    if (url === '/') return send('text/html', PAGE);
    if (url === '/bundle.js') return send('text/javascript', script);
    const [, file] = /^\/wasm\/([\w-]+\.wasm)$/.exec(url) ?? [];
    if (file) return send('application/wasm', await readFile(path.join(WASM, file)));
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
