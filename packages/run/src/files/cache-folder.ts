import { homedir } from 'node:os';
import path from 'node:path';

/** The user's folder for data that can be made or fetched again: `ANIMALS_CACHE`, else the system's usual place. */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.ANIMALS_CACHE) return path.resolve(env.ANIMALS_CACHE);
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'animals');
  if (platform === 'win32' && env.LOCALAPPDATA) return path.join(env.LOCALAPPDATA, 'animals', 'Cache');
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'animals');
}
