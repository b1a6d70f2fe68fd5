import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../page/render-report.ts';
import { embeddingViewer } from './embedding-viewer.ts';

const points = [0, 0, 1, 1, 2, 0];
const good = { title: 'Map', views: [{ name: 't-SNE', points }], classes: ['fox', 'cat'], labels: [0, 1, 0] };

describe('embeddingViewer', () => {
  it('stores the points compactly, and shows the last frame as a still', async () => {
    const frames = [points.map((value) => value / 2), points];
    const viewer = await embeddingViewer({ ...good, views: [{ name: 't-SNE', frames, notes: { KL: 0.5 } }] });
    expect(viewer.data).toMatchObject({ points: 3, classes: ['fox', 'cat'], labels: 'AAEA', ids: null, sprite: null });
    expect(viewer.data.views[0]).toMatchObject({ count: 2, iterations: [0, 1], notes: ['KL 0.5'], curve: [] });
    expect(viewer.data.views[0]!.frames).toHaveLength(32);
    expect(viewer.still.alt).toBe('1 small charts. t-SNE, KL 0.5.');
  });

  it('makes the page name the hash of the one script that it runs', async () => {
    const viewer = await embeddingViewer(good);
    const html = renderReport({ title: 't', sections: [{ title: 's', blocks: [{ type: 'embedding', viewer }] }] });
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)![1] as string;
    const hash = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(`script-src 'sha256-${hash}'`);
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(renderReport({ title: 't', sections: [] })).not.toContain('script');
  });

  it('keeps hostile texts inside its data', async () => {
    const text = '</script><script>alert(1)</script><!-- \u2028 \u0000 \ud800';
    const views = [{ name: text, points, notes: { [text]: text }, phases: [{ at: 1, label: text }] }];
    const viewer = await embeddingViewer({
      ...good,
      title: text,
      name: 'x',
      views,
      classes: [text, 'b'],
      ids: [text, '', ''],
    });
    const html = renderReport({ title: 't', sections: [{ title: 's', blocks: [{ type: 'embedding', viewer }] }] });
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    const stored = /<script type="application\/json">(.*?)<\/script>/s.exec(html)![1] as string;
    expect(JSON.parse(stored)).toMatchObject({ title: text, ids: [text, '', ''] });
  });

  it('refuses what does not fit together', async () => {
    const fails = (more: object, message: string) =>
      expect(embeddingViewer({ ...good, ...more })).rejects.toThrow(message);
    await fails({ views: [] }, 'views');
    await fails({ views: [{ name: 'a' }] }, 'neither in a');
    await fails({ views: [{ name: 'a', points: [1, 2, 3] }] }, 'got 3 numbers in a');
    await fails({ views: [{ name: 'a', points: [1, Number.NaN] }], labels: [0] }, 'finite');
    await fails({ views: [...good.views, { name: 'b', points: [1, 2] }] }, 'got 3 and 1');
    await fails({ views: [{ name: 'a', frames: [points, points], iterations: [3, 3] }] }, 'rise');
    await fails({ labels: [0, 1] }, 'got 2 for 3');
    await fails({ labels: [0, 1, 2] }, 'from 0 to 1, got 2');
    await fails({ labels: undefined }, 'come with classes');
    await fails({ ids: ['a'] }, 'got 1 for 3');
    await fails({ thumbnailSize: 20 }, 'with thumbnails');
    await fails({ classes: ['a', 'a'] }, 'twice');
    await fails({ views: Array.from({ length: 5 }, () => good.views[0]) }, 'at most 4');
  });
});
