import { auditDataset, findDuplicates, findNearDuplicates, scanFolder } from '@animals/data';
import { ANIMALS, classFolders } from '../animals.ts';
import type { AuditResult } from '../results.ts';
import type { Stage, StageContext } from './stage.ts';

/** What the files give away before a network sees them, which pictures are there twice, and which the tasks share. */
export const audit: Stage<'audit'> = async (context) => {
  const { manifest, settings, signal } = context;
  const { duplicates, ...rest } = auditDataset(manifest, { seed: settings.seed });
  const { pairs } = await findNearDuplicates(manifest, { onBadFile: settings.onBadFile, signal });
  const nearPairs = pairs
    .filter(({ exact }) => !exact)
    .map(({ ids, distance, acrossClasses }) => ({ ids, distance, acrossClasses }));
  return {
    ...rest,
    duplicates: { ...duplicates, near: nearPairs.length, nearPairs },
    shared: await sharedContents(context),
  } satisfies AuditResult;
};

/** Contents that stand in more than one of the study's six folders: they matter where tasks are pooled. */
async function sharedContents({ source, settings }: StageContext): Promise<AuditResult['shared']> {
  if (!source.original) return null;
  const tasks = ANIMALS.map(classFolders);
  const classes = tasks.flatMap(({ positive, negative }) => [positive, negative]);
  const { groups } = findDuplicates(await scanFolder(source.root, { classes, onBadFile: settings.onBadFile }));
  const folders = groups.map((ids) => new Set(ids.map((id) => id.split('/')[0])));
  const ofOneTask = folders.filter((places) =>
    tasks.some(({ positive, negative }) => places.has(positive) && places.has(negative)),
  );
  return {
    contents: groups.length,
    files: groups.reduce((sum, ids) => sum + ids.length, 0),
    acrossOneTask: ofOneTask.length,
  };
}
