import { defineConfig } from 'vitest/config';

export default defineConfig({
  ssr: { resolve: { conditions: ['@animals/source', 'module', 'node', 'import', 'default'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'examples/*/src/**/*.test.ts', 'tools/src/**/*.test.ts'],
    setupFiles: ['tools/src/testing/setup.ts'],
    reporters: ['default', './tools/src/count-reporter.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    typecheck: { enabled: true, include: ['packages/*/src/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
  },
});
