import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { ImageSet } from '@animals/core';
import { type Figure, type Section, writeFigure, writeReport } from '@animals/report';
import type { StudyResults } from '../results.ts';
import { auditSection } from './audit-section.ts';
import { augmentSection } from './augment-section.ts';
import { baselineSection } from './baseline-section.ts';
import { concludeSection } from './conclude-section.ts';
import { dataSection } from './data-section.ts';
import { lookSection } from './look-section.ts';
import { mistakesSection } from './mistakes-section.ts';
import { reportTop } from './report-top.ts';
import { setupSection } from './setup-section.ts';
import { transferSection } from './transfer-section.ts';

export interface StudyReportInput {
  readonly results: StudyResults;
  /** The pictures at the study's size; decoded only when a section shows some. */
  readonly images: () => Promise<ImageSet>;
}

/** Draws a study's results: `report.html`, one page that opens offline, and every figure on its own in `figures/`. */
export async function writeStudyReport(out: string, { results, images }: StudyReportInput): Promise<void> {
  const { stages } = results;
  const sections: Section[] = [
    await dataSection(results, await images()),
    ...(stages.audit.status === 'done' ? [await auditSection(stages.audit, results)] : []),
    ...(stages.look.status === 'done' ? [await lookSection(stages.look, results, await images())] : []),
    ...(stages.baseline.status === 'done'
      ? [await baselineSection(stages.baseline, results), mistakesSection(stages.baseline, results, await images())]
      : []),
    ...(stages.augment.status === 'done' ? [await augmentSection(stages.augment, results, await images())] : []),
    ...(stages.transfer.status === 'done' ? [await transferSection(stages.transfer, results)] : []),
    ...(stages.conclude.status === 'done' ? [await concludeSection(stages.conclude, results)] : []),
    setupSection(results),
  ];
  const folder = path.join(out, 'figures');
  await rm(folder, { recursive: true, force: true });
  for (const figure of sections.flatMap(figuresOf)) await writeFigure(folder, figure);
  await writeReport(path.join(out, 'report.html'), { ...reportTop(results), sections });
}

function figuresOf({ blocks }: Section): readonly Figure[] {
  return blocks.flatMap((block) => {
    if (block.type === 'figure') return [block.figure];
    if (block.type === 'embedding') return [block.viewer.still];
    return block.type === 'figures' ? block.figures : [];
  });
}
