import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const require = createRequire(import.meta.url);

/** Folder of an installed package. */
function homeOf(name: string): string {
  return path.dirname(require.resolve(`${name}/package.json`));
}

const ENTRY = 'tfjs-suite-entry';

/**
 * Bundles the compiled tests of tfjs-core, the WASM backend and our kernels to one CommonJS file, which runs them.
 *
 * Every import of `@tensorflow/*` is led to the ES modules of one copy: the tests import their neighbours there, and a
 * second copy would be a second engine.
 */
export async function bundleSuite(outfile: string): Promise<void> {
  await build({
    entryPoints: [ENTRY],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    conditions: ['@animals/source'],
    define: { WASM_FOLDER: JSON.stringify(`${path.join(homeOf('@tensorflow/tfjs-backend-wasm'), 'dist')}${path.sep}`) },
    plugins: [oneTensorflow(), suiteEntry()],
    logLevel: 'error',
  });
}

/** Leads `@tensorflow/<name>` to that package's ES modules. */
function oneTensorflow(): Plugin {
  return {
    name: 'one-tensorflow',
    setup({ onResolve }) {
      onResolve({ filter: /^@tensorflow\/[^/]+$/ }, ({ path: name }) => ({
        path: path.join(homeOf(name), 'dist/index.js'),
        sideEffects: true,
      }));
    },
  };
}

/** The module that imports the setup, every test, and the run, in this order. */
function suiteEntry(): Plugin {
  return {
    name: 'suite-entry',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${ENTRY}$`) }, () => ({ path: ENTRY, namespace: 'suite' }));
      // Their packages promise that these files have no side effects, and esbuild would leave them out.
      onResolve({ filter: /./, namespace: 'suite' }, (file) => ({ path: file.path, sideEffects: true }));
      onLoad({ filter: /.*/, namespace: 'suite' }, () => {
        const files = [
          path.join(import.meta.dirname, 'jasmine-globals.ts'),
          path.join(import.meta.dirname, 'test-environment.ts'),
          ...testFiles(),
          path.join(import.meta.dirname, 'run-suite.ts'),
        ];
        const contents = files.map((file) => `import ${JSON.stringify(file)};`).join('\n');
        return { contents, resolveDir: import.meta.dirname };
      });
    },
  };
}

function testFiles(): readonly string[] {
  const folder = path.join(homeOf('@tensorflow/tfjs-core'), 'dist');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('_test.js'))
    .sort()
    .map((file) => path.join(folder, file));
}
