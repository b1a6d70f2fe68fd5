import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './repository.ts';

/** Hash over every source file that can change a number: a resumed run must be of the same code. */
export function codeVersion(): string {
  const hash = createHash('sha256');
  for (const home of sourceFolders()) {
    for (const file of sourceFiles(path.join(REPOSITORY, home))) {
      hash.update(`${home}/${file}\0`).update(readFileSync(path.join(REPOSITORY, home, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function sourceFolders(): string[] {
  const packages = readdirSync(path.join(REPOSITORY, 'packages')).sort();
  return [...packages.map((name) => `packages/${name}/src`), 'examples/study/src'];
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(ts|json)$/.test(file) && !/\.test(-d)?\.ts$/.test(file))
    .sort();
}
