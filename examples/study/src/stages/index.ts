import { audit } from './audit.ts';
import { augment } from './augment.ts';
import { baseline } from './baseline.ts';
import { conclude } from './conclude.ts';
import { look } from './look.ts';
import type { StageName } from './names.ts';
import type { Stage } from './stage.ts';
import { transfer } from './transfer.ts';

/** Every stage by its name. */
export const stages: { readonly [Name in StageName]: Stage<Name> } = {
  audit,
  look,
  baseline,
  augment,
  transfer,
  conclude,
};
