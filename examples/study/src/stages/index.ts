import { audit } from './audit.ts';
import { augment } from './augment.ts';
import { baseline } from './baseline.ts';
import { conclude } from './conclude.ts';
import type { StageName } from './names.ts';
import type { Stage } from './stage.ts';

/** Every stage by its name. */
export const stages: { readonly [Name in StageName]: Stage<Name> } = { audit, augment, baseline, conclude };
