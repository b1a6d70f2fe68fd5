import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../scripts/browser/bundle-page.ts';
import { findChromium } from '../scripts/browser/find-chromium.ts';
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

describe.skipIf(!executablePath)(`our tests in a browser${why}`, () => {
  let server: PageServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await servePage(
      await bundlePage(
        tests.map((file) => path.join(src, file)),
        src,
      ),
    );
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each(['main', 'worker'] as const)('pass in its %s thread', { timeout: 600_000 }, async (thread) => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(server.url);
    const results = (await page.evaluate(`runTests.${thread}()`)) as PageTest[];
    await page.close();
    expect(problems).toEqual([]);
    expect(results.filter(({ state }) => state === 'fail')).toEqual([]);
    const passed = results.filter(({ state }) => state === 'pass');
    console.log(`${thread}: ${passed.length} of ${results.length} passed`);
    for (const file of tests)
      expect(
        passed.some(({ name }) => name.startsWith(`${file} >`)),
        file,
      ).toBe(true);
  });
});
