import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../testing/find-chromium.ts';
import { bundleEntry } from './bundle-entry.ts';
import { publicEntries } from './public-entries.ts';

const executablePath = findChromium();
const entries = publicEntries(path.resolve(import.meta.dirname, '../../..')).filter(({ browser }) => browser);
const unbuilt = entries.find(({ home }) => !existsSync(path.join(home, 'dist')));
const missing = executablePath === undefined ? 'no Chromium' : unbuilt && `${unbuilt.specifier} is not built`;

describe.skipIf(missing)(`the built packages in a page${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(entries.map((entry) => [entry.specifier, entry] as const))('%s opens', async (_, entry) => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addScriptTag({ content: await bundleEntry(entry) });
    const functions = await page.evaluate(
      () =>
        Object.values((globalThis as unknown as { animals: object }).animals).filter((x) => x instanceof Function)
          .length,
    );
    expect(errors).toEqual([]);
    expect(functions).toBeGreaterThan(0);
    await page.close();
  });
});
