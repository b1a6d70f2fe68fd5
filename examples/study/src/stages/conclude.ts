import type { DatasetAudit } from '@animals/data';
import reference from '../reference-results.json' with { type: 'json' };
import type { ConcludeResult } from '../results.ts';
import type { Stage, StageContext } from './stage.ts';

/** The best model of the animal beside the trivial ones, and beside the original where the two can be compared. */
export const conclude: Stage<'conclude'> = async (context) => {
  const { accuracy } = await context.result('baseline');
  const audit = await context.result('audit');
  return {
    best: { stage: 'baseline', model: 'the baseline network', accuracy },
    chance: audit.chance,
    metadata: bestMetadata(audit),
    original: original(context),
  };
};

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
