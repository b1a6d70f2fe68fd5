import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Finds and loads packages that a user may or may not have installed. */
export interface OptionalPackages {
  /** Folder of an installed package, or undefined. */
  find(name: string): string | undefined;
  /** Version of an installed package, or undefined. */
  version(name: string): string | undefined;
  /** Loads an installed package. */
  load(name: string): Promise<unknown>;
}

/**
 * Looks packages up as a module would that lies in one of some places, the first that has it.
 *
 * @param from file paths or `file:` addresses of the modules to look from.
 */
export function optionalPackages(from: readonly string[]): OptionalPackages {
  const requires = from.map((place) => createRequire(place));
  const resolve = (request: string): string | undefined => {
    for (const each of requires) {
      try {
        return each.resolve(request);
      } catch {}
    }
    return undefined;
  };
  const manifestOf = (name: string) => resolve(`${name}/package.json`);
  return {
    find(name) {
      const manifest = manifestOf(name);
      return manifest === undefined ? undefined : path.dirname(manifest);
    },
    version(name) {
      const manifest = manifestOf(name);
      return manifest === undefined ? undefined : JSON.parse(readFileSync(manifest, 'utf8')).version;
    },
    async load(name) {
      const entry = resolve(name);
      const loaded = await import(entry === undefined ? name : pathToFileURL(entry).href);
      // A CommonJS package shows all of its exports only in its default.
      return loaded.default ?? loaded;
    },
  };
}

/** The packages that this one sees, and those of the program in whose folder the process runs. */
export function installedPackages(): OptionalPackages {
  return optionalPackages([import.meta.url, path.join(process.cwd(), 'index.js')]);
}
