import type { DatasetAudit } from '@animals/data';
import { type Block, barChart, type Section } from '@animals/report';
import type { StudyResults } from '../results.ts';

const FEATURE_NAMES: Readonly<Record<string, string>> = {
  size: 'picture size',
  exif: 'EXIF block present',
  bytes: 'file size',
  jpegTables: 'JPEG tables',
  all: 'all together',
};

/** What the files give away before a pixel is read. */
export async function auditSection(audit: DatasetAudit, { animal }: StudyResults): Promise<Section> {
  const { metadataAccuracy, verdicts, duplicates, chance } = audit;
  const leaks = verdicts.filter(({ severity }) => severity === 'leak');
  const figure = await barChart({
    name: 'audit',
    title: 'How well each property of the file alone tells the class',
    caption: 'Cross-validated accuracy of a classifier that never looks at the picture. Near the line: nothing to see.',
    bars: Object.entries(metadataAccuracy).map(([feature, value]) => ({
      label: FEATURE_NAMES[feature] ?? feature,
      value,
      group: leaks.some((leak) => leak.feature === feature) ? 'gives the class away' : 'does not',
    })),
    xDomain: [0, 1],
    xTitle: 'accuracy',
    format: 'percent',
    references: [{ value: chance, label: 'guessing' }],
  });
  const blocks: Block[] = [{ type: 'figure', figure }];
  const notable = verdicts.filter(({ severity }) => severity !== 'none').map(({ message }) => message);
  if (notable.length > 0) blocks.push({ type: 'list', items: notable });
  if (duplicates.groups.length > 0) {
    const rows = duplicates.groups.map((files) => ({ files: files.join(', ') }));
    blocks.push({
      type: 'table',
      title: 'The same file more than once',
      columns: [{ key: 'files', label: 'Files' }],
      rows,
    });
  }
  return { title: 'What the files give away', lead: leadOf(leaks.length, duplicates.exact, animal), blocks };
}

function leadOf(leaks: number, exact: number, animal: string): string {
  const copies = exact === 0 ? 'No file is there twice.' : `${exact} files are copies of others.`;
  if (leaks === 0)
    return `Nothing about the files, apart from their pictures, tells whether there is a ${animal} in them. ${copies}`;
  return `${leaks === 1 ? 'One property' : `${leaks} properties`} of the files alone answer the question, without a look at the picture. ${copies}`;
}
