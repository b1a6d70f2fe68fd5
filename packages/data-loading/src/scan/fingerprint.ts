import { canonicalJson, type ImageRecord } from '@animals/core';
import { sha256 } from './sha256.ts';

/**
 * Hash of what a data set is: its classes, and each picture's id, label, group and content.
 *
 * It does not depend on where the folder lies. Files renamed, moved, changed, added or left out change it.
 */
export async function fingerprint(classes: readonly string[], records: readonly ImageRecord[]): Promise<string> {
  const content = records.map(({ id, label, group, sha256: hash }) => ({ id, label, group, sha256: hash }));
  return `sha256:${await sha256(canonicalJson({ classes, records: content }))}`;
}
