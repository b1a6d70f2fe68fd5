import { ArgumentError } from '@animals/core';

/**
 * Reads the drawing set out of the path of a toy picture: `fox/noto-v1-0007.png` belongs to `noto-v1`.
 *
 * @throws ArgumentError if the file is not named `<group>-<number>` (with or without `.png`).
 */
export function toyGroup(relativePath: string): string {
  const group = /(?:^|[\\/])([a-z][a-z0-9-]*)-\d+(?:\.png)?$/.exec(relativePath)?.[1];
  if (group === undefined) {
    throw new ArgumentError('relativePath', `relativePath must end in <group>-<number>.png, got ${relativePath}`);
  }
  return group;
}
