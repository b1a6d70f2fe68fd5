import { writeWhole } from '../figure/write-whole.ts';
import { renderReport } from './render-report.ts';
import type { Report } from './report.ts';

/**
 * Writes a report as one HTML file. Its folder is made; the file is whole or not there.
 * @throws ArgumentError if a block's type is not known.
 */
export async function writeReport(path: string, report: Report): Promise<void> {
  await writeWhole(path, renderReport(report));
}
