import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './repository.ts';

/** Versions of what makes the numbers, for the results and for the check on resume. */
export function versions(): Record<string, string> {
  const read = (file: string) => JSON.parse(readFileSync(path.join(REPOSITORY, file), 'utf8')) as { version: string };
  return {
    '@animals/study': read('examples/study/package.json').version,
    '@animals/train': read('packages/train/package.json').version,
    '@tensorflow/tfjs-core': read('node_modules/@tensorflow/tfjs-core/package.json').version,
    node: process.versions.node,
  };
}
