import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../tools/src/testing/find-chromium.ts';
import { bundlePage } from '../scripts/browser/bundle-page.ts';
import type { PageTest } from '../scripts/browser/run-in-page.ts';
import { type PageServer, servePage } from '../scripts/browser/serve-page.ts';

const executablePath = findChromium();
const why = executablePath ? '' : ' (skipped: no Chromium found, set CHROMIUM to its path)';
const src = import.meta.dirname;

const needsNode = (file: string) => /from 'node:/.test(readFileSync(path.join(src, file), 'utf8'));

/** Everything but what asks for Node by name, directly or through a script of this package. */
const tests = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && file !== 'tfjs-suite.test.ts' && !needsNode(file))
  .sort();

const threads = ['main', 'worker'] as const;
type Thread = (typeof threads)[number];

/** Runs every test in one thread of a fresh page. */
async function runIn(thread: Thread, browser: Browser, url: string): Promise<readonly PageTest[]> {
  const page = await browser.newPage();
  const crash = new Promise<never>((_, reject) => page.on('pageerror', reject));
  await page.goto(url);
  const results = await Promise.race([page.evaluate(`runTests.${thread}()`), crash]);
  await page.close();
  return results as readonly PageTest[];
}

describe.skipIf(!executablePath)(`our tests in a browser${why}`, () => {
  let server: PageServer;
  let browser: Browser;
  let results: Record<Thread, readonly PageTest[]>;

  beforeAll(async () => {
    const files = tests.map((file) => path.join(src, file));
    server = await servePage(await bundlePage(files, src));
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
    const run = async (thread: Thread) => [thread, await runIn(thread, browser, server.url)] as const;
    results = Object.fromEntries(await Promise.all(threads.map(run))) as typeof results;
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each(threads)('pass in its %s thread', (thread) => {
    const all = results[thread];
    expect(all.filter(({ state }) => state === 'fail')).toEqual([]);
    const passed = all.filter(({ state }) => state === 'pass');
    for (const file of tests)
      expect(
        passed.some(({ name }) => name.startsWith(`${file} >`)),
        file,
      ).toBe(true);
  });
});
