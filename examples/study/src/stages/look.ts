import type { ImageSet } from '@animals/core';
import { createTsne, type EmbeddingQuality, embeddingQuality, pca, type ShapedArray, umap } from '@animals/tsne';
import { baseFeatures } from '../base-features.ts';
import { type FoundBase, findBases } from '../bases.ts';
import type { LookResult, MapQuality, PictureMap, TsneMap } from '../results.ts';
import type { Stage, StageContext } from './stage.ts';

/** Iterations between two kept pictures of t-SNE's way. */
const EVERY = 25;
/** What a map's wider side is scaled to, so that points are whole numbers. */
const SPAN = 1000;
/** The small network whose features are mapped, if its weights are there. */
const SMALL = [{ name: 'MobileNetV2', alpha: 0.35 }] as const;
const FEATURE_SIZE = 124;

/** Maps the pictures by their pixels, and by the features of a frozen network, with numbers on how far to believe them. */
export const look: Stage<'look'> = async (context) => {
  const { look: settings } = context.settings;
  const images = await context.images();
  const { count, height, width, channels, pixels } = images;
  const xs: ShapedArray = {
    data: Float32Array.from(pixels, (byte) => byte / 255),
    shape: [count, height * width * channels],
  };
  const maps = await mapAll(xs, images, context);
  const perplexities: LookResult['perplexities'][number][] = [];
  for (const perplexity of settings.others) {
    const { frames: _, curve: __, exaggerated: ___, ...map } = await tsneMap(xs, images, { ...context, perplexity });
    perplexities.push(map);
  }
  return { pixels: [height, width, channels], ...maps, perplexities, features: await featureMaps(images, context) };
};

async function featureMaps(images: ImageSet, context: StageContext): Promise<LookResult['features']> {
  if (!context.settings.look.features) return null;
  const [base] = (await findBases(SMALL)).found;
  if (!base) return null;
  const features = await baseFeatures(base as FoundBase, { size: FEATURE_SIZE }, context);
  const xs: ShapedArray = { data: features.data, shape: [features.rows, features.columns] };
  return { base: base.label, ...(await mapAll(xs, images, context)) };
}

async function mapAll(xs: ShapedArray, images: ImageSet, context: StageContext) {
  const { seed, look: settings } = context.settings;
  const tick = context.progress.task('maps', 3);
  const perplexity = Math.min(settings.perplexity, Math.floor((images.count - 2) / 3));
  const tsne = await tsneMap(xs, images, { ...context, perplexity });
  tick(1, 't-SNE');
  const projected = await umap(xs, { seed, signal: context.signal });
  tick(2, 'UMAP');
  const components = await pca(xs);
  tick(3, 'PCA');
  const [first = 0, second = 0] = components.explainedVarianceRatio;
  const [umapQuality, pcaQuality] = [
    await judged(xs, projected.embedding.data, images, context),
    await judged(xs, Float32Array.from(components.embedding.data), images, context),
  ];
  return {
    tsne,
    umap: { points: scaled(projected.embedding.data), ...umapQuality },
    pca: { points: scaled(components.embedding.data), ...pcaQuality, explained: first + second },
  };
}

async function tsneMap(
  xs: ShapedArray,
  images: ImageSet,
  { perplexity, ...context }: StageContext & { perplexity: number },
): Promise<TsneMap> {
  const { seed } = context.settings;
  const run = await createTsne(xs, { perplexity, seed, signal: context.signal });
  const frames = [{ iteration: 0, points: scaled(run.embedding().data) }];
  const curve: { iteration: number; value: number }[] = [];
  let exaggerated = 0;
  try {
    for await (const { iteration, phase, kl, ended } of run) {
      if (phase === 'early') exaggerated = iteration;
      if (kl !== undefined) curve.push({ iteration, value: kl });
      if (iteration % EVERY === 0 || ended) frames.push({ iteration, points: scaled(run.embedding().data) });
    }
    const quality = await judged(xs, run.embedding().data, images, context);
    const points = frames.at(-1)?.points ?? [];
    return { perplexity, kl: run.kl(), points, ...quality, frames, curve, exaggerated };
  } finally {
    run.dispose();
  }
}

async function judged(
  xs: ShapedArray,
  points: Float32Array,
  { labels, count }: ImageSet,
  { settings: { seed }, signal }: StageContext,
): Promise<Pick<PictureMap, 'quality' | 'random'>> {
  const ys: ShapedArray = { data: points, shape: [count, 2] };
  const { scores, random } = await embeddingQuality(xs, ys, { labels, seed, signal });
  return { quality: numbersOf(scores), random: numbersOf(random) };
}

function numbersOf(scores: EmbeddingQuality['scores']): MapQuality {
  const { rnx: _, labelAccuracy = 0, silhouette = 0, ...rest } = scores;
  return { ...rest, labelAccuracy, silhouette };
}

/** Points as whole numbers, the map's wider side spanning 0 to SPAN. */
function scaled(points: ArrayLike<number>): number[] {
  const bounds = [0, 1].map((axis) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = axis; i < points.length; i += 2) {
      low = Math.min(low, points[i] as number);
      high = Math.max(high, points[i] as number);
    }
    return { low, span: high - low };
  });
  const scale = SPAN / Math.max(...bounds.map(({ span }) => span), Number.MIN_VALUE);
  return Array.from(points, (value, i) => Math.round((value - (bounds[i % 2]?.low ?? 0)) * scale));
}
