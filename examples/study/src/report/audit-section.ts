import { type Block, barChart, type Section } from '@animals/report';
import type { AuditResult, StudyResults } from '../results.ts';
import { article, featureName } from './words.ts';

/** What the files give away before a pixel is read. */
export async function auditSection(audit: AuditResult, { animal }: StudyResults): Promise<Section> {
  const { metadataAccuracy, verdicts, duplicates, chance } = audit;
  const leaks = verdicts.filter(({ severity, feature }) => severity === 'leak' && feature !== 'all');
  const figure = await barChart({
    name: 'audit',
    title: 'How well each property of the file alone tells the class',
    caption: 'Cross-validated accuracy of a classifier that never looks at the picture. Near the line: nothing to see.',
    bars: Object.entries(metadataAccuracy).map(([feature, value]) => ({
      label: featureName(feature),
      value,
      group: verdicts.some((verdict) => verdict.feature === feature && verdict.severity === 'leak')
        ? 'gives the class away'
        : 'does not',
    })),
    xDomain: [0, 1],
    xTitle: 'accuracy',
    format: 'percent',
    references: [{ value: chance, label: 'guessing' }],
  });
  const blocks: Block[] = [{ type: 'figure', figure }];
  if (duplicates.groups.length > 0) {
    const rows = duplicates.groups.map((files) => ({ files: files.join(', ') }));
    blocks.push({
      type: 'table',
      title: 'The same file more than once',
      columns: [{ key: 'files', label: 'Files' }],
      rows,
    });
  }
  if (duplicates.near > 0) blocks.push(nearTable(audit));
  if (audit.shared) blocks.push({ type: 'text', text: sharedText(audit.shared) });
  return { title: 'What the files give away', lead: leadOf(leaks.length, duplicates.exact, animal), blocks };
}

function nearTable({ duplicates: { nearPairs } }: AuditResult): Block {
  return {
    type: 'table',
    title: 'Pictures that look alike',
    columns: [
      { key: 'files', label: 'Files' },
      { key: 'distance', label: 'Bits of 64 that differ' },
      { key: 'classes', label: 'Classes' },
    ],
    rows: nearPairs.map(({ ids, distance, acrossClasses }) => ({
      files: ids.join(', '),
      distance,
      classes: acrossClasses ? 'two' : 'one',
    })),
  };
}

function sharedText({ contents, files, acrossOneTask }: NonNullable<AuditResult['shared']>): string {
  const sides =
    acrossOneTask === 0
      ? 'none of them on both sides of one task'
      : `${acrossOneTask} of them on both sides of one task`;
  return `Over all six folders of the study, ${contents} contents stand in more than one place, ${files} files in all, ${sides}. That matters where the tasks are pooled, and where one task's model is tried on another's pictures.`;
}

function leadOf(leaks: number, exact: number, animal: string): string {
  const copies = exact === 0 ? 'No file is there twice.' : `${exact} files are copies of others.`;
  if (leaks === 0)
    return `Nothing about the files, apart from their pictures, tells whether there is ${article(animal)} in them. ${copies}`;
  return `${leaks === 1 ? 'One property' : `${leaks} properties`} of the files alone answer the question, without a look at the picture. ${copies}`;
}
