import type { ImageSet } from '@animals/core';
import {
  type Block,
  embeddingViewer,
  type Raster,
  type ScatterPoint,
  type Section,
  smallMultiples,
  type TableBlock,
  thumbnailScatter,
} from '@animals/report';
import type { LookResult, MapQuality, PictureMap, StudyResults, TsneMap } from '../results.ts';
import { thumbnails } from './thumbnails.ts';

/** Side of the pictures on the maps, in pixels. */
const THUMBNAIL = 40;

/** Maps of the pictures side by side, to play and to look into, and numbers on how far to believe them. */
export async function lookSection(result: LookResult, { animal }: StudyResults, images: ImageSet): Promise<Section> {
  const { tsne, umap, pca, features } = result;
  const classes = ['another animal', animal];
  const shared = { classes, labels: images.labels, ids: images.ids.map((id) => id.split('/').at(-1) ?? id) };
  const pictures = thumbnails(images, THUMBNAIL);
  const viewer = (name: string, title: string, maps: { tsne: TsneMap; umap: PictureMap; pca: PictureMap }) =>
    embeddingViewer({ ...shared, name, title, thumbnails: pictures, thumbnailSize: THUMBNAIL, views: viewsOf(maps) });
  const blocks: Block[] = [
    { type: 'embedding', viewer: await viewer('look-pixels', 'By their pixels', { tsne, umap, pca }) },
    qualityTable('How far to believe these maps', { tsne, umap, pca }),
    { type: 'figure', figure: pictureFigure(pictures, pointsOf(tsne, images, classes)) },
  ];
  if (result.perplexities.length > 0)
    blocks.push({ type: 'figure', figure: await perplexityFigure(result, images, classes) });
  if (features) {
    const what = `By what ${features.base}, trained on ImageNet, sees in them`;
    blocks.push({ type: 'embedding', viewer: await viewer('look-features', what, features) });
    blocks.push(qualityTable('How far to believe those maps', features));
  }
  blocks.push({ type: 'text', text: reading(result) });
  return { title: 'Maps of the pictures', lead: leadOf(result), blocks };
}

function viewsOf({ tsne, umap, pca }: { tsne: TsneMap; umap: PictureMap; pca: PictureMap }) {
  const notes = ({ quality }: PictureMap) => ({
    trustworthiness: quality.trustworthiness,
    'label accuracy': quality.labelAccuracy,
  });
  return [
    {
      name: `t-SNE, perplexity ${tsne.perplexity}`,
      frames: tsne.frames.map(({ points }) => points),
      iterations: tsne.frames.map(({ iteration }) => iteration),
      curve: tsne.curve,
      phases: [{ at: tsne.exaggerated, label: 'exaggeration ends' }],
      notes: notes(tsne),
    },
    { name: 'UMAP', points: umap.points, notes: notes(umap) },
    { name: 'PCA', points: pca.points, notes: notes(pca) },
  ];
}

function leadOf({ tsne, features }: LookResult): string {
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  const pixels = `On t-SNE's map of the raw pixels, the five nearest points name the class of ${percent(tsne.quality.labelAccuracy)} of the pictures; on a random map, of ${percent(tsne.random.labelAccuracy)}.`;
  if (!features) return pixels;
  return `${pixels} On the map of a frozen network's features, of ${percent(features.tsne.quality.labelAccuracy)}.`;
}

function reading({ tsne, umap, pca }: LookResult): string {
  const best = Math.max(...[tsne, umap, pca].map(({ quality }) => quality.labelAccuracy));
  const chance = tsne.random.labelAccuracy;
  return [
    best - chance < 0.15
      ? 'What can be read from them: by raw pixels the classes lie among each other. Pictures are near each other that have the same light and background, not the same animal.'
      : 'What can be read from them: by raw pixels the classes lie partly apart. Pictures are near each other that have the same light and background; look at neighbours before believing that the animal is the reason.',
    'What cannot: sizes of clusters and distances between them mean little in t-SNE and UMAP, and a map that looks orderly proves nothing; the numbers in the table do, beside those of a random map. PCA keeps large distances, and shows only the share of the variance that is named.',
  ].join('\n\n');
}

const ROWS: readonly [keyof MapQuality, string][] = [
  ['trustworthiness', 'trustworthiness: near on the map, near in the data'],
  ['continuity', 'continuity: near in the data, near on the map'],
  ['neighbourPreservation', 'share of the 15 nearest kept'],
  ['rnxAuc', 'R_NX area: neighbourhoods of every size'],
  ['distanceCorrelation', 'rank correlation of all distances'],
  ['labelAccuracy', 'class named by the 5 nearest points'],
  ['silhouette', 'silhouette of the classes'],
];

function qualityTable(
  title: string,
  { tsne, umap, pca }: { tsne: TsneMap; umap: PictureMap; pca: PictureMap },
): TableBlock {
  const number = { format: 'number', digits: 3 } as const;
  return {
    type: 'table',
    title,
    columns: [
      { key: 'what', label: '1 is best' },
      { key: 'tsne', label: 't-SNE', ...number },
      { key: 'umap', label: 'UMAP', ...number },
      { key: 'pca', label: 'PCA', ...number },
      { key: 'random', label: 'a random map', ...number },
    ],
    rows: ROWS.map(([key, what]) => ({
      what,
      tsne: tsne.quality[key],
      umap: umap.quality[key],
      pca: pca.quality[key],
      random: tsne.random[key],
    })),
  };
}

function pointsOf(
  { points }: Pick<PictureMap, 'points'>,
  images: ImageSet,
  classes: readonly string[],
): ScatterPoint[] {
  return Array.from({ length: images.count }, (_, i) => ({
    x: points[2 * i] as number,
    y: points[2 * i + 1] as number,
    group: classes[images.labels[i] as number] ?? '',
  }));
}

function pictureFigure(images: readonly Raster[], points: readonly ScatterPoint[]) {
  return thumbnailScatter({
    name: 'look-pictures',
    title: "t-SNE's map with the pictures themselves",
    points,
    images,
    layout: 'grid',
  });
}

function perplexityFigure({ tsne, perplexities }: LookResult, images: ImageSet, classes: readonly string[]) {
  const maps = [...perplexities, tsne].sort((a, b) => a.perplexity - b.perplexity);
  return smallMultiples({
    name: 'look-perplexities',
    title: 't-SNE at several perplexities',
    caption: 'The perplexity is about how many neighbours a picture has. KL can be compared at one perplexity only.',
    charts: maps.map((map) => ({
      title: `perplexity ${map.perplexity}`,
      points: pointsOf(map, images, classes),
      notes: { KL: map.kl, trustworthiness: map.quality.trustworthiness },
    })),
  });
}
