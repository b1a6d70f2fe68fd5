import type { DatasetAudit } from '@animals/data';
import reference from '../reference-results.json' with { type: 'json' };
import type { ConcludeResult } from '../results.ts';
import type { Stage, StageContext } from './stage.ts';

/** The best model of the animal beside the trivial ones, and beside the original where the two can be compared. */
export const conclude: Stage<'conclude'> = async (context) => {
  const audit = await context.result('audit');
  const models = await honestModels(context);
  const [best = null] = [...models].sort((a, b) => b.accuracy.mean - a.accuracy.mean);
  return { best, models, chance: audit.chance, metadata: bestMetadata(audit), original: original(context) };
};

/** Every model that was judged on pictures it could not know; those of stages that were not asked for are left out. */
async function honestModels(context: StageContext): Promise<ConcludeResult['models']> {
  const { accuracy } = await context.result('baseline');
  const models: ConcludeResult['models'][number][] = [{ stage: 'baseline', model: 'the baseline network', accuracy }];
  if (!context.settings.stages.includes('augment')) return models;
  const { rows } = await context.result('augment');
  const augmented = rows.map(({ copies, honest }) => {
    return { stage: 'augment', model: `with ${copies} copies of each picture`, accuracy: honest.accuracy };
  });
  return [...models, ...augmented];
}

function bestMetadata({ metadataAccuracy }: DatasetAudit): ConcludeResult['metadata'] {
  const ranked = Object.entries(metadataAccuracy).sort(([, a], [, b]) => b - a);
  const [feature, accuracy] = ranked[0] ?? [];
  return feature === undefined || accuracy === undefined ? null : { feature, accuracy };
}

/** Quick numbers and drawings never stand beside the original's. */
function original({ settings, source }: StageContext): ConcludeResult['original'] {
  if (settings.profile === 'quick' || source.kind === 'toy') return null;
  return reference.baseline[settings.animal];
}
