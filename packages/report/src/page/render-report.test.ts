import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { lineChart } from '../chart/line-chart.ts';
import { imageGrid } from '../image/image-grid.ts';
import { renderReport } from './render-report.ts';
import type { Block, Report } from './report.ts';

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1) ' style="color:red" \u0000`;

/** A report with the same text in every place that takes one. */
async function fullReport(text: string): Promise<Report> {
  const figure = await lineChart({ title: text, name: 'x', caption: text, series: [{ name: text, values: [1, 2] }] });
  const pixels = new Uint8Array(12);
  const grid = imageGrid({ title: text, name: 'y', images: [{ pixels, width: 2, height: 2, caption: text }] });
  const notice = { level: 'leak', title: text, text } as const;
  const fact = { label: text, value: text };
  const blocks: Block[] = [
    { type: 'text', text },
    { type: 'heading', text },
    { type: 'list', items: [text] },
    { type: 'figure', figure },
    { type: 'figure', figure: grid },
    { type: 'figures', figures: [figure, { ...figure, caption: text }] },
    {
      type: 'table',
      title: text,
      caption: text,
      columns: [{ key: text, label: text }],
      rows: [{ [text]: text }],
      best: 0,
    },
    { type: 'facts', facts: [fact] },
    { type: 'settings', title: text, settings: { [text]: text } },
    { type: 'code', title: text, text },
    { type: 'notice', ...notice },
  ];
  const headline = { label: text, value: 0.9, low: 0.8, high: 1, intervalLabel: text, note: text };
  return {
    ...{ title: text, kicker: text, subtitle: text, lead: text, footer: text, language: text },
    headline: { ...headline, reference: { value: 0.5, label: text } },
    facts: [fact],
    notices: [notice],
    sections: [1, 2, 3].map(() => ({ title: text, lead: text, blocks })),
  };
}

let plain = '';
let attacked = '';
beforeAll(async () => {
  plain = renderReport(await fullReport('A plain text'));
  attacked = renderReport(await fullReport(hostile));
}, 60_000);

/** The tags of a page with the names of their attributes. */
const skeleton = (html: string) =>
  [...html.replace(/<style>[\s\S]*<\/style>/, '').matchAll(/<[a-z][^>]*>/g)].map(([tag]) =>
    tag.replace(/="[^"]*"/g, '='),
  );

describe('renderReport', () => {
  it('names the hash of its own style, and allows neither scripts nor requests', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(plain)![1] as string;
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(plain)![1] as string;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      `style-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(plain.match(/<style/g)).toHaveLength(1);
    expect(plain.indexOf('Content-Security-Policy')).toBeLessThan(plain.indexOf('<style'));
  });

  it('has the same tags and attributes whatever the texts hold', () => {
    expect(skeleton(attacked)).toEqual(skeleton(plain));
    expect(skeleton(attacked).join(' ')).not.toMatch(/script| on[a-z]+=| style=/);
    expect(attacked).not.toContain('\u0000');
  });

  it('links to itself and takes pictures from itself only', () => {
    for (const html of [plain, attacked]) {
      const addresses = [...html.matchAll(/<[a-z][^>]*? (?:href|src|srcset|action)="([^"]*)"/g)].map(([, url]) => url);
      expect(addresses.length).toBeGreaterThan(10);
      for (const url of addresses) expect(url).toMatch(/^(#[a-z0-9-]+|data:image\/(png|svg\+xml);base64,[\w+/=]+)$/);
    }
  });

  it('shows the headline with interval and reference, to scale', () => {
    expect(plain).toContain('<span class="big">0.9</span>');
    expect(plain).toContain('<rect class="range" x="80%" width="20%"');
    expect(plain).toContain('<circle class="value" cx="90%"');
    expect(plain).toContain('x1="50%"');
  });

  it('gives a picture for light and dark, wide and narrow, and says what it shows', () => {
    const [picture] = /<picture>[\s\S]*?<\/picture>/.exec(plain)!;
    const media = [...picture!.matchAll(/media="([^"]*)"/g)].map(([, query]) => query);
    expect(media).toEqual([
      'screen and (max-width: 699px) and (prefers-color-scheme: dark)',
      'screen and (max-width: 699px)',
      'screen and (prefers-color-scheme: dark)',
    ]);
    expect(picture).toContain('alt="Line chart. A plain text: 1 to 2."');
  });

  it('marks up tables, the best row and sections for screen readers', () => {
    expect(plain).toContain('<th scope="col" class="start">A plain text</th>');
    expect(plain).toContain('<tr class="best"><th scope="row"');
    expect(plain).toContain('<section id="section-a-plain-text-2" aria-labelledby="section-a-plain-text-2-title">');
    expect(plain).toContain('<nav aria-label="Contents">');
  });

  it('gives the same bytes again', async () => {
    expect(renderReport(await fullReport('A plain text'))).toBe(plain);
  });

  it('needs a title and sections only', () => {
    const html = renderReport({ title: 'Nothing yet', sections: [] });
    expect(html).toContain('<h1>Nothing yet</h1>');
    expect(html).not.toContain('undefined');
  });

  it('refuses a block that it does not know', () => {
    const blocks = [{ type: 'html', html: '<b>' }] as unknown as Block[];
    expect(() => renderReport({ title: 't', sections: [{ title: 's', blocks }] })).toThrow('"html"');
  });
});
