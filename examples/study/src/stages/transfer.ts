import type { Fold } from '@animals/core';
import { type Features, linearProbe, logMe, mlpHead } from '@animals/transfer';
import { baseFeatures } from '../base-features.ts';
import { BASES, byHand, type FoundBase, findBases } from '../bases.ts';
import { linearAccuracy } from '../linear-accuracy.ts';
import { overFolds } from '../over-folds.ts';
import { picturesAt } from '../pictures-at.ts';
import type { TransferResult, TransferRow } from '../results.ts';
import { shrinkImages } from '../shrink-images.ts';
import { splitFolds } from './split-folds.ts';
import type { Stage, StageContext } from './stage.ts';
import { tuneFolds } from './tune-folds.ts';

/** Side of the pictures that the pixels' regression sees. */
const PIXELS = 32;

/**
 * Frozen networks of ImageNet with a new head: a linear one, whose penalty an inner cross-validation chooses, and the
 * study's, of one hidden layer. The baseline's folds; only the head is trained, on each fold's training part. Where the
 * profile says so, each network is fine-tuned too: its last convolutions are trained on with a head.
 *
 * Where picture sizes tell the classes apart, every row is there once more with all pictures brought to one size first.
 */
export const transfer: Stage<'transfer'> = async (context) => {
  const { sizes, bases: wanted, fineTune } = context.settings.transfer;
  const { found, missing } = await findBases(wanted === 'all' ? BASES : BASES.slice(-1));
  const images = await context.images();
  const { folds } = splitFolds(images, context);
  const audit = await context.result('audit');
  const leaks = audit.verdicts.some(({ feature, severity }) => feature === 'size' && severity === 'leak');
  const ways = [null, ...(leaks ? [smallestSide(context)] : [])];
  const rows: TransferRow[] = [];
  for (const base of found) {
    for (const size of sizes) {
      for (const through of ways) {
        const frozen = await judgeBase(base, { size, through, folds }, context);
        rows.push(...frozen, ...(await judgeTuned(base, { size, through, folds }, frozen, context)));
      }
    }
  }
  const pixels = overFolds(linearAccuracy(shrinkImages(images, PIXELS), images.labels, folds));
  const folded = fineTune ? found.filter(({ isFolded }) => isFolded) : [];
  const untuned = folded.map((base) => ({ base: base.label, how: byHand(base) }));
  return { rows, missing, untuned, pixels, size: audit.metadataAccuracy.size } satisfies TransferResult;
};

interface Setting {
  readonly size: number;
  readonly through: number | null;
  readonly folds: readonly Fold[];
}

function judgeBase(base: FoundBase, { size, through, folds }: Setting, context: StageContext): Promise<TransferRow[]> {
  const { label, hash, checkedBy } = base;
  return context.journal.remember(nameOf(base, { size, through }), async () => {
    const features = await baseFeatures(base, { size, through }, context);
    const { labels } = await context.images();
    const shared = { base: label, size, through, logMe: logMe(features, labels), weights: hash, checkedBy };
    const judge = { features, labels, folds, context };
    return [
      { ...shared, head: 'logistic', accuracy: overFolds(await scores('logistic', judge)) },
      { ...shared, head: 'mlp', accuracy: overFolds(await scores('mlp', judge)) },
    ] satisfies TransferRow[];
  });
}

/** Beside the rows of the frozen network, whose features' worth it shares; none without a setting, or weights that can be trained. */
async function judgeTuned(
  base: FoundBase,
  { folds, ...place }: Setting,
  frozen: readonly TransferRow[],
  context: StageContext,
): Promise<TransferRow[]> {
  const { fineTune: tuning } = context.settings.transfer;
  const [like] = frozen;
  if (!tuning || !like || base.isFolded) return [];
  const name = `${nameOf(base, place)}/fine-tuned`;
  const accuracy = await context.journal.remember(name, async () =>
    overFolds(await tuneFolds({ name, base, images: await picturesAt(place, context), folds, tuning }, context)),
  );
  return [{ ...like, head: 'fine-tuned', accuracy }];
}

/** Of the work in the journal. */
function nameOf({ label }: FoundBase, { size, through }: Omit<Setting, 'folds'>): string {
  return `transfer/${label}-${size}${through === null ? '' : `-through-${through}`}`;
}

interface Judge {
  readonly features: Features;
  readonly labels: Uint8Array;
  readonly folds: readonly Fold[];
  readonly context: StageContext;
}

async function scores(kind: 'logistic' | 'mlp', { features, labels, folds, context }: Judge): Promise<number[]> {
  const { signal } = context;
  const accuracies: number[] = [];
  for (const { train, test, seed } of folds) {
    const [xs, ys] = [rowsOf(features, train), Array.from(train, (i) => labels[i] as number)];
    const head = kind === 'logistic' ? linearProbe(xs, ys, { seed, signal }) : await mlpHead(xs, ys, { seed, signal });
    const predicted = head.predict(rowsOf(features, test));
    accuracies.push(test.filter((i, j) => labels[i] === predicted[j]).length / test.length);
  }
  return accuracies;
}

function rowsOf({ data, columns }: Features, indices: Uint32Array): Float32Array[] {
  return Array.from(indices, (i) => data.subarray(i * columns, (i + 1) * columns));
}

/** The shortest side of any picture: brought to it, none keeps more detail than another. */
function smallestSide({ manifest }: StageContext): number {
  return Math.min(...manifest.records.map(({ width, height }) => Math.min(width, height)));
}
