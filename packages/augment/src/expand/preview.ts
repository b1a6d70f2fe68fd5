import { ArgumentError } from '@animals/core';
import { checkNumber } from '../image/check-number.ts';
import type { Image, Pixels } from '../image/image.ts';
import type { Policy } from '../random/policy.ts';

/**
 * One picture under a policy, copy after copy: what `imageGrid` of @animals/report draws as a contact sheet.
 *
 * They are the copies that `expand` makes of a picture of that id.
 */
export function preview<Parameters, P extends Pixels>(
  image: Image<P>,
  policy: Policy<Parameters>,
  { count = 8, seed = 0, epoch = 0, id = 'preview' }: PreviewOptions = {},
): Image<P>[] {
  checkNumber('count', count, { least: 1, whole: true });
  if (!policy) throw new ArgumentError('policy', 'policy must be given, got nothing; make one by createPolicy');
  return Array.from({ length: count }, (_, copy) =>
    policy.apply(image, policy.sample({ seed, epoch, id, copy }, image)),
  );
}

/** Which copies are shown. */
export interface PreviewOptions {
  readonly count?: number;
  readonly seed?: number;
  readonly epoch?: number;
  readonly id?: string | number;
}
