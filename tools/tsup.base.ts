import { defineConfig, type Options } from 'tsup';

/** The one build of every package: ESM and CJS with declarations, nothing of node_modules bundled. */
export function packageBuild(entry: Record<string, string>, options: Options = {}) {
  return defineConfig({
    entry,
    format: ['esm', 'cjs'],
    target: 'node20',
    platform: 'node',
    dts: true,
    sourcemap: true,
    clean: true,
    treeshake: true,
    splitting: true,
    skipNodeModulesBundle: true,
    ...options,
  });
}
