import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Bundles test files written for vitest to one script that runs them in a page or in a worker.
 *
 * @param tests paths of the files; their names in the results are relative to `root`.
 */
export async function bundlePage(tests: readonly string[], root: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'run-in-page.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    conditions: ['@animals/source'],
    define: { 'process.env': '{}', 'import.meta.vitest': 'undefined' },
    plugins: [pageModules(tests, root)],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Leads vitest to its stand-in, Node's V8 settings to nothing, and `page-tests` to the list of tests. */
function pageModules(tests: readonly string[], root: string): Plugin {
  const imports = tests.map(
    (file) => `${JSON.stringify(path.relative(root, file))}: () => import(${JSON.stringify(file)})`,
  );
  const sources: Record<string, string> = {
    'page-tests': `export const files = { ${imports.join(',\n')} };`,
    'node:v8': 'export default { setFlagsFromString() {} };',
  };
  return {
    name: 'page-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^vitest$/ }, () => ({ path: path.join(import.meta.dirname, 'vitest-in-page.ts') }));
      onResolve({ filter: /^(page-tests|node:v8)$/ }, ({ path: name }) => ({ path: name, namespace: 'page' }));
      onLoad({ filter: /.*/, namespace: 'page' }, ({ path: name }) => ({
        contents: sources[name] ?? '',
        resolveDir: root,
      }));
    },
  };
}
