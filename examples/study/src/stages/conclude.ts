import type { Animal } from '../animals.ts';
import { linearAccuracy } from '../linear-accuracy.ts';
import { overFolds } from '../over-folds.ts';
import reference from '../reference-results.json' with { type: 'json' };
import type { AuditResult, AugmentResult, ConcludeResult, TransferResult } from '../results.ts';
import { shrinkImages } from '../shrink-images.ts';
import { splitFolds } from './split-folds.ts';
import type { Stage, StageContext } from './stage.ts';

/** Side of the pictures that the pixels' regression sees. */
const SIDE = 32;

/** The best model of the task beside what needs no network, and beside the original where the two can be compared. */
export const conclude: Stage<'conclude'> = async (context) => {
  const audit = await context.result('audit');
  const models = await honestModels(context);
  const [best = null] = [...models].sort((a, b) => b.accuracy.mean - a.accuracy.mean);
  return {
    best,
    models,
    chance: audit.chance,
    metadata: bestMetadata(audit),
    pixels: await pixelAccuracy(context),
    original: original(context),
  };
};

/** Every model that was judged on pictures it could not know; those of stages that were not asked for are left out. */
async function honestModels(context: StageContext): Promise<ConcludeResult['models']> {
  const { accuracy } = await context.result('baseline');
  const models: Model[] = [{ stage: 'baseline', model: 'the baseline network', accuracy }];
  const { stages } = context.settings;
  if (stages.includes('augment')) models.push(...augmented(await context.result('augment')));
  if (stages.includes('transfer')) models.push(...transferred(await context.result('transfer')));
  return models;
}

type Model = ConcludeResult['models'][number];

function augmented({ rows }: AugmentResult): Model[] {
  return rows.map(({ copies, honest }) => {
    return { stage: 'augment', model: `with ${copies} copies of each picture`, accuracy: honest.accuracy };
  });
}

/**
 * Each network at each size, frozen with a linear head, and fine-tuned if it was; where sizes tell the classes, only with
 * all pictures brought to one size first.
 */
function transferred({ rows }: TransferResult): Model[] {
  const chosen = rows.filter(({ head }) => head !== 'mlp');
  const fair = chosen.filter(({ through }) => through !== null);
  return (fair.length > 0 ? fair : chosen).map(({ base, size, through, head, accuracy }) => {
    const way = through === null ? '' : ` from ${through}`;
    return {
      stage: 'transfer',
      model: `${head === 'fine-tuned' ? head : 'frozen'} ${base} at ${size}${way}`,
      accuracy,
    };
  });
}

async function pixelAccuracy(context: StageContext): Promise<ConcludeResult['pixels']> {
  const images = await context.images();
  const { folds } = splitFolds(images, context);
  return overFolds(linearAccuracy(shrinkImages(images, SIDE), images.labels, folds));
}

function bestMetadata({ metadataAccuracy }: AuditResult): ConcludeResult['metadata'] {
  const ranked = Object.entries(metadataAccuracy).sort(([, a], [, b]) => b - a);
  const [feature, accuracy] = ranked[0] ?? [];
  return feature === undefined || accuracy === undefined ? null : { feature, accuracy };
}

/** Quick numbers, drawings and other people's pictures never stand beside the original's. */
function original({ settings, source }: StageContext): ConcludeResult['original'] {
  return settings.profile === 'quick' || !source.original ? [] : reference.scores[settings.animal as Animal];
}
