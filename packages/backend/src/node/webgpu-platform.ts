import type { WebgpuPlatform } from '../backends/webgpu.ts';
import type { OptionalPackages } from './optional-packages.ts';

const NEEDED = ['webgpu', '@tensorflow/tfjs-backend-webgpu'] as const;

interface Dawn {
  create(flags: readonly string[]): unknown;
  readonly globals: Record<string, unknown>;
}

/** WebGPU in Node through the package `webgpu`, which carries Dawn. */
export function nodeWebgpu(packages: OptionalPackages): WebgpuPlatform {
  return {
    problem() {
      const missing = NEEDED.filter((name) => packages.find(name) === undefined);
      if (missing.length === 0) return undefined;
      const names = missing.map((name) => `'${name}'`).join(' and ');
      const reason = `needs the package${missing.length > 1 ? 's' : ''} ${names}, not installed`;
      return { reason, remedy: `npm install ${missing.join(' ')}` };
    },
    async prepare() {
      if ((globalThis.navigator as { gpu?: unknown } | undefined)?.gpu) return;
      const dawn = (await packages.load(NEEDED[0])) as Dawn;
      Object.assign(globalThis, dawn.globals);
      if (!globalThis.navigator) Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
      Object.defineProperty(navigator, 'gpu', { value: dawn.create([]), configurable: true });
    },
    async load() {
      await packages.load(NEEDED[1]);
      return packages.version(NEEDED[1]) ?? 'unknown';
    },
  };
}
