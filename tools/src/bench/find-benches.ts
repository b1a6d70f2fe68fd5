import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Finds `packages/*\/bench/*.ts`: the name of each bench and its file. */
export function findBenches(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const packages = path.join(root, 'packages');
  for (const name of readdirSync(packages).sort()) {
    const folder = path.join(packages, name, 'bench');
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).sort()) {
      if (file.endsWith('.ts')) found.set(file.slice(0, -'.ts'.length), path.join(folder, file));
    }
  }
  return found;
}
