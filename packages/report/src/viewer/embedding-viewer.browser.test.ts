import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeReport } from '../page/write-report.ts';
import { browserSuite, noChromium, startChromium } from '../testing/chromium.ts';
import { embeddingViewer } from './embedding-viewer.ts';

const thumbnails = [0, 1, 2].map(() => ({ pixels: new Uint8Array(12).fill(200), width: 2, height: 2 }));

async function sample() {
  const views = [
    {
      name: 't-SNE',
      frames: [
        [0, 0, 0, 1, 1, 0],
        [0, 0, 4, 4, 8, 0],
        [0, 0, 5, 5, 10, 0],
      ],
      iterations: [0, 250, 500],
      curve: [0, 250, 500].map((iteration) => ({ iteration, value: 4 - iteration / 200 })),
      phases: [{ at: 250, label: 'calm' }],
    },
    { name: 'PCA', points: [0, 0, 5, 10, 10, 0] },
  ];
  const ids = ['<b>a.jpg', 'b.jpg', 'c.jpg'];
  const viewer = await embeddingViewer({
    title: 'Map',
    views,
    classes: ['fox', '<i>cat'],
    labels: [0, 1, 0],
    ids,
    thumbnails,
  });
  return { title: 't', sections: [{ title: 's', blocks: [{ type: 'embedding' as const, viewer }] }] };
}

describe.skipIf(noChromium)(browserSuite('embeddingViewer'), () => {
  let browser: Browser;
  let folder = '';
  let page: Page;
  const messages: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'viewer-'));
    await writeReport(join(folder, 'viewer.html'), await sample());
    browser = await startChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    messages.length = 0;
    page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    await page.goto(pathToFileURL(join(folder, 'viewer.html')).href);
  });
  afterEach(async () => {
    expect(messages).toEqual([]);
    await page.close();
  });

  const status = () => page.locator('.viewer-status').textContent();
  const map = () => page.locator('.viewer-map > canvas').first();
  /** Whether anything is drawn on the first map. */
  const drawn = () =>
    page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const canvas = document.querySelector('canvas') as HTMLCanvasElement;
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, i) => i % 4 === 3 && value > 0).length;
    });

  it('takes the place of its still picture on a screen, not on paper', async () => {
    await expect.poll(() => page.locator('.viewer-live .viewer-map').count()).toBe(2);
    expect(await drawn()).toBeGreaterThan(60);
    expect(await page.locator('.viewer-still').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.viewer-still').isVisible()).toBe(true);
    expect(await map().isVisible()).toBe(false);
  });

  it('tells of the point under the pointer, in words that stay words', async () => {
    const box = (await map().boundingBox())!;
    // The second point lies in the middle, at the top of the triangle's height.
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.28);
    await expect.poll(status).toBe('<i>cat, b.jpg');
    expect(await page.locator('.viewer-tip').first().isVisible()).toBe(true);
    await page.mouse.move(box.x + 5, box.y + 5);
    await expect.poll(status).toBe('');
  });

  it('is used by keys alone', async () => {
    await map().focus();
    await page.keyboard.press('n');
    await expect.poll(status).toBe('fox, <b>a.jpg');
    await page.keyboard.press('n');
    await expect.poll(status).toBe('<i>cat, b.jpg');
    const before = await drawn();
    await page.keyboard.press('Escape');
    for (let i = 0; i < 12; i++) await page.keyboard.press('+');
    expect(await drawn()).toBeLessThan(before);
    await page.keyboard.press('0');
    expect(await drawn()).toBeGreaterThan(60);
  });

  it('hides a class', async () => {
    const before = await drawn();
    await page.getByRole('button', { name: 'fox 2' }).click();
    expect(await page.getByRole('button', { name: 'fox 2' }).getAttribute('aria-pressed')).toBe('false');
    expect(await drawn()).toBeLessThan(before * 0.6);
  });

  it('plays its frames, stops at the end, and can be wound back', async () => {
    const slider = page.getByRole('slider');
    expect(await slider.inputValue()).toBe('2');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => slider.inputValue()).toBe('0');
    await expect.poll(() => page.locator('output').textContent(), { timeout: 15_000 }).toBe('iteration 500');
    await expect.poll(() => page.getByRole('button', { name: 'Play' }).count()).toBe(1);
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toBe('iteration 0');
  });

  it('draws the pictures themselves when asked', async () => {
    const before = await drawn();
    await page.getByRole('button', { name: 'Pictures' }).click();
    await expect.poll(drawn).toBeGreaterThan(before * 2);
  });
});
