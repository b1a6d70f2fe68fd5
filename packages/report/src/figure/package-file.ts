/**
 * Resolves from this very file, be it a module or CommonJS, which has no `import.meta.url`; `node -e` has a false `__filename`.
 *
 * Node's own modules are asked for only when there is something to read, so that browsers can load this file too.
 */
const resolve = (specifier: string): string =>
  process
    .getBuiltinModule('node:module')
    .createRequire(import.meta.url ?? __filename)
    .resolve(specifier);

/** Whether there is an installed package to read from: in Node, not in browsers. */
export const hasPackageFiles = (): boolean => typeof globalThis.process?.getBuiltinModule === 'function';

/** Reads a file of a package that this one depends on, such as `dejavu-fonts-ttf/ttf/DejaVuSans.ttf`. Needs Node. */
export async function packageFile(specifier: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await process.getBuiltinModule('node:fs/promises').readFile(resolve(specifier)));
}
