import { audit } from './audit.ts';
import { baseline } from './baseline.ts';
import { conclude } from './conclude.ts';
import type { StageName } from './names.ts';
import type { Stage } from './stage.ts';

/** Every stage by its name. */
export const stages: { readonly [Name in StageName]: Stage<Name> } = { audit, baseline, conclude };
