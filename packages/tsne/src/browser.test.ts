import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../tools/src/testing/find-chromium.ts';
import { digits } from './testing/digits.ts';
import { tsne } from './tsne/tsne.ts';
import type { TsneOptions } from './tsne/tsne-options.ts';

const executablePath = findChromium();
const missing = executablePath === undefined;
const xs = digits(300);

/** A page with this package as `animals`; isolated pages may share memory with threads. */
async function servePage(): Promise<{ server: Server; url: string }> {
  const { outputFiles } = await build({
    entryPoints: [new URL('./index.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'animals',
    target: 'es2022',
    conditions: ['@animals/source'],
    logLevel: 'error',
  });
  const page = `<!doctype html><script>${outputFiles[0]?.text.replaceAll('</script', '<\\/script')}</script>`;
  const server = createServer((request, response) => {
    const isolation = request.url === '/isolated' && {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    };
    response.writeHead(200, { 'Content-Type': 'text/html', ...isolation }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe.skipIf(missing)(missing ? 'tsne in a page (skipped: no Chromium)' : 'tsne in a page', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof servePage>>;
  beforeAll(async () => {
    site = await servePage();
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.server.close();
  });

  it.each([
    ['plain', { iterations: 120 }, 1],
    ['plain', { iterations: 60, method: 'barnes-hut', threads: 2 }, 1],
    ['isolated', { iterations: 60, method: 'barnes-hut', threads: 2 }, 2],
    ['isolated', { iterations: 60, method: 'exact', threads: 2 }, 2],
  ] satisfies [string, TsneOptions, number][])(
    "has Node's bits on an %s page: %o",
    async (path, options, threads) => {
      const page = await browser.newPage();
      await page.goto(`${site.url}/${path}`);
      const given = { values: [...xs.data], options: { ...options, init: 'random' as const } };
      const inPage = await page.evaluate(async ({ values, options }) => {
        const { createTsne } = (globalThis as unknown as { animals: typeof import('./index.ts') }).animals;
        const run = await createTsne({ data: Float32Array.from(values), shape: [300, 64] }, options);
        for await (const { ended } of run) if (ended) break;
        const { kernels, threads } = run;
        run.dispose();
        return { kernels, threads, data: [...run.embedding().data] };
      }, given);
      await page.close();
      const inNode = await tsne(xs, { ...options, init: 'random' });
      expect([inPage.kernels, inPage.threads]).toEqual(['wasm', threads]);
      expect(inPage.data).toEqual([...inNode.embedding.data]);
    },
    120_000,
  );
});
