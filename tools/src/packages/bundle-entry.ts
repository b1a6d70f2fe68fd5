import { build } from 'esbuild';
import type { PublicEntry } from './public-entries.ts';

export interface BundleOptions {
  /** Left out of the bundle, as patterns of module names. */
  readonly external?: readonly string[];
  /** Name of the global that holds the entry's exports. */
  readonly globalName?: string;
}

/**
 * Bundles a built entry as a web page's bundler would: the `browser` and `import` conditions, minified.
 *
 * @returns the script; WebAssembly and other files stay outside of it.
 */
export async function bundleEntry(entry: PublicEntry, options: BundleOptions = {}): Promise<string> {
  const { external = [], globalName = 'animals' } = options;
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${entry.specifier}';`, resolveDir: entry.home, sourcefile: 'entry.js' },
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: external.length > 0 ? 'esm' : 'iife',
    ...(external.length === 0 && { globalName }),
    target: 'es2022',
    conditions: ['browser', 'module', 'import'],
    loader: { '.wasm': 'empty', '.ttf': 'empty' },
    define: { 'process.env': '{}', 'import.meta.url': '"http://localhost/"' },
    external: [...external],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
