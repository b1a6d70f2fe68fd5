import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Gives a path below the root as the system writes it, where it writes names in another Unicode form than NFC. */
export async function spelling(realRoot: string, path: string): Promise<string> {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    const names = await readdir(join(realRoot, ...steps)).catch((): string[] => []);
    steps.push(names.includes(step) ? step : (names.find((name) => name.normalize('NFC') === step) ?? step));
  }
  return steps.join('/');
}
