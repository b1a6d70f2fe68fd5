import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { animation } from '../animation/animation.ts';
import { lineChart } from '../chart/line-chart.ts';
import { contactSheet } from '../image/contact-sheet.ts';
import { imageGrid } from '../image/image-grid.ts';
import { thumbnailScatter } from '../image/thumbnail-scatter.ts';
import { browserSuite, noChromium, startChromium } from '../testing/chromium.ts';
import { embeddingViewer } from '../viewer/embedding-viewer.ts';
import type { Block, Report } from './report.ts';
import { writeReport } from './write-report.ts';

const hostileTexts = [
  '</script><script>throw 1</script>',
  '"><img src=x onerror="throw 1">',
  '\u202eflow\u202c ثعلب שועל 🦊 狐',
  '\u0000\u0007\ud800\u2028<!--',
  'unbroken'.repeat(200),
  'constructor',
];

async function sample(): Promise<Report> {
  const figure = await lineChart({ title: 'Line', series: [{ name: '<b>', values: [1, 2, 3] }] });
  const picture = { pixels: new Uint8Array(12), width: 2, height: 2, caption: 'black' };
  const columns = Array.from({ length: 12 }, (_, i) => ({ key: 'x', label: `Quite a wide column ${i}` }));
  return {
    title: 'A page <script>document.title = "hacked"</script>',
    headline: { label: 'Accuracy', value: 0.9, low: 0.8, high: 0.95 },
    sections: ['One', 'Two', 'Three'].map((title) => ({
      title,
      blocks: [
        { type: 'figure', figure },
        { type: 'figure', figure: imageGrid({ title: 'Grid', images: [picture, picture] }) },
        { type: 'table', columns, rows: [{ x: 'a value' }] },
        { type: 'code', text: 'a-very-long-command '.repeat(20) },
        { type: 'text', text: 'unbroken'.repeat(40) },
      ],
    })),
  };
}

describe.skipIf(noChromium)(browserSuite('renderReport'), () => {
  let browser: Browser;
  let folder = '';
  let url = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'));
    await writeReport(join(folder, 'report.html'), await sample());
    url = pathToFileURL(join(folder, 'report.html')).href;
    browser = await startChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('opens at %i px, %s, without a violation, a request or a sideways scroll', async (width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const messages: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(url);
    const seen = await page.evaluate(() => ({
      broken: [...document.images].filter((image) => !image.complete || image.naturalWidth === 0).length,
      overflow: document.documentElement.scrollWidth - innerWidth,
      background: getComputedStyle(document.body).backgroundColor,
      title: document.title,
    }));
    expect(messages).toEqual([]);
    expect(requests.filter((address) => !address.startsWith('data:'))).toEqual([url]);
    expect(seen).toEqual({
      broken: 0,
      overflow: 0,
      background: colorScheme === 'light' ? 'rgb(253, 252, 250)' : 'rgb(24, 26, 28)',
      title: 'A page <script>document.title = "hacked"</script>',
    });
    await page.close();
  });

  it('opens without a violation whatever its texts hold', async () => {
    const blocks = await Promise.all(
      hostileTexts.map(async (text, i): Promise<Block[]> => {
        const picture = { pixels: new Uint8Array(12), width: 2, height: 2, actual: text, predicted: 'b' };
        const views = [{ name: text, points: [0, 0, 1, 1], notes: { [text]: text } }];
        return [
          { type: 'text', text },
          { type: 'figure', figure: contactSheet({ title: text, name: `s${i}`, images: [picture] }) },
          {
            type: 'figure',
            figure: await animation({ title: text, name: `w${i}`, frames: [picture, picture], format: 'webp' }),
          },
          { type: 'figure', figure: await animation({ title: text, name: `a${i}`, frames: [picture, picture] }) },
          {
            type: 'figure',
            figure: thumbnailScatter({
              title: text,
              name: `t${i}`,
              points: [
                { x: 0, y: 0, group: text },
                { x: 1, y: 1 },
              ],
              images: [picture, picture],
            }),
          },
          {
            type: 'embedding',
            viewer: await embeddingViewer({
              title: text,
              name: `e${i}`,
              views,
              classes: [text, `${text}.`],
              labels: [0, 1],
              ids: [text, text],
            }),
          },
          { type: 'table', columns: [{ key: 'a', label: text }], rows: [{ a: text }] },
        ];
      }),
    );
    await writeReport(join(folder, 'hostile.html'), {
      title: '<b>',
      sections: [{ title: '<i>', blocks: blocks.flat() }],
    });
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    await page.goto(pathToFileURL(join(folder, 'hostile.html')).href);
    await expect.poll(() => page.locator('.viewer-ready').count()).toBe(hostileTexts.length);
    expect(messages).toEqual([]);
    const seen = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - innerWidth,
      broken: [...document.images].filter((image) => !image.complete || image.naturalWidth === 0).length,
      strange: document.querySelectorAll('main img[onerror], main b, main i, iframe').length,
    }));
    expect(seen).toEqual({ overflow: 0, broken: 0, strange: 0 });
    await page.close();
  });

  it('would report a violation, were there one', async () => {
    const page = await browser.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    await page.goto(url);
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>'));
    expect(messages.join(' ')).toContain('Content Security Policy');
    await page.close();
  });
});
