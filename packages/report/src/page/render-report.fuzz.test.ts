import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { animation } from '../animation/animation.ts';
import { barChart } from '../chart/bar-chart.ts';
import type { Figure } from '../figure/figure.ts';
import { contactSheet } from '../image/contact-sheet.ts';
import { thumbnailScatter } from '../image/thumbnail-scatter.ts';
import { figureHolds, hostileNumber, hostileText } from '../testing/hostile.ts';
import { type EmbeddingViewer, embeddingViewer } from '../viewer/embedding-viewer.ts';
import { renderReport } from './render-report.ts';
import type { Block, Report } from './report.ts';

const picture = { pixels: new Uint8Array(12), width: 2, height: 2 };
let chart: Figure;
let moving: Figure;
let viewer: EmbeddingViewer;
beforeAll(async () => {
  moving = await animation({ title: 't', frames: [picture] });
  chart = await barChart({ title: 't', bars: [{ label: 'a', value: 1 }] });
  viewer = await embeddingViewer({ title: 't', views: [{ name: 'a', points: [0, 1, 2, 3] }] });
}, 60_000);

/** A report with a text and a number in every place that takes one. */
function reportOf(text: string, number: number): Report {
  const figure = { ...chart, title: text, alt: text, caption: `${text}.` };
  const sheet = contactSheet({
    ...{ title: text, name: 'x', alt: text, caption: `${text}.` },
    images: [{ ...picture, actual: text, predicted: `${text}.`, probability: 0.5, caption: `${text}.` }],
  });
  const data = { ...viewer.data, title: text, classes: [text], ids: [text, text], views: viewer.data.views };
  const interval = { value: number, low: number, high: number };
  const fact = { label: text, value: number, digits: 2 };
  const blocks: Block[] = [
    ...(['heading', 'code'] as const).map((type) => ({ type, text })),
    { type: 'list', items: [text] },
    { type: 'figure', figure },
    { type: 'figure', figure: sheet },
    { type: 'figure', figure: { ...moving, title: text, alt: text, caption: `${text}.` } },
    { type: 'figures', figures: [figure] },
    { type: 'embedding', viewer: { still: figure, data } },
    {
      type: 'table',
      columns: [{ key: 'a', label: text }],
      rows: [{ a: text }, { a: number }, { a: interval }],
      best: 0,
    },
    { type: 'facts', facts: [fact] },
    { type: 'settings', title: text, settings: { a: text, b: number } },
    { type: 'notice', level: 'leak', title: `${text}.`, text },
  ];
  const headline = { label: text, value: number, low: number, high: number, note: `${text}.` };
  return {
    title: text,
    headline,
    facts: [fact],
    sections: [1, 2, 3].map(() => ({ title: text, lead: `${text}.`, blocks })),
  };
}

/** The tags of a page with the names of their attributes, whatever numbers and texts it holds. */
const skeleton = (html: string) =>
  [...html.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<\/?[a-z!][^>]*>/g)]
    .map(([tag]) => tag.replace(/="[^"]*"/g, '='))
    .filter((tag) => !/^<\/?(?:rect|line|circle|svg)/.test(tag));

describe('renderReport', () => {
  it('has the same tags and attributes whatever it is given', () => {
    const plain = skeleton(renderReport(reportOf('A plain text', 0.5)));
    fc.assert(
      fc.property(hostileText, hostileNumber, (text, number) => {
        const html = renderReport(reportOf(text, number));
        expect(skeleton(html)).toEqual(plain);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what no HTML file may hold
        expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(html).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
    );
  });
});

describe('pictures', () => {
  it('are drawn or refused with whatever texts and places', async () => {
    const points = fc.array(fc.record({ x: hostileNumber, y: hostileNumber, group: hostileText }), { maxLength: 6 });
    const layout = fc.constantFrom('place' as const, 'grid' as const);
    await fc.assert(
      fc.asyncProperty(points, layout, hostileText, async (places, how, text) => {
        const images = places.map(() => picture);
        await figureHolds(() => thumbnailScatter({ title: text, name: 'x', points: places, images, layout: how }));
        const judged = images.map((image) => ({ ...image, actual: text, predicted: 'b', caption: text }));
        await figureHolds(() => contactSheet({ title: text, name: 'x', images: judged }));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 12) },
    );
  });
});
