import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Resolves from this very file, be it a module or CommonJS, which has no `import.meta.url`; `node -e` has a false `__filename`. */
const resolver = createRequire(import.meta.url ?? __filename);

/** Reads a file of a package that this one depends on, such as `dejavu-fonts-ttf/ttf/DejaVuSans.ttf`. */
export async function packageFile(specifier: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(resolver.resolve(specifier)));
}
