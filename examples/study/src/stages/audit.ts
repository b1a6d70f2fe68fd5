import { auditDataset } from '@animals/data';
import type { Stage } from './stage.ts';

/** What the files give away before a pixel is read. */
export const audit: Stage<'audit'> = async ({ manifest, settings }) => auditDataset(manifest, { seed: settings.seed });
