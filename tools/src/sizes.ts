/** `npm run sizes [-- --json]`: what each built package weighs in a page, without and with what it brings along. */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleEntry } from './packages/bundle-entry.ts';
import { type PublicEntry, publicEntries } from './packages/public-entries.ts';

const ENTRIES = publicEntries(path.resolve(import.meta.dirname, '../..')).filter(({ browser }) => browser);

interface Size {
  readonly entry: string;
  /** Minified and gzipped, in bytes: the entry's own code. */
  readonly own: number;
  /** The same with every dependency but TensorFlow.js. */
  readonly whole: number;
}

async function sizeOf(entry: PublicEntry): Promise<Size> {
  const weigh = async (external: string[]) => gzipSync(await bundleEntry(entry, { external })).length;
  const others = entry.dependencies.flatMap((name) => [name, `${name}/*`]);
  return {
    entry: entry.specifier,
    own: await weigh([...others, 'node:*']),
    whole: await weigh(['@tensorflow/*', 'node:*']),
  };
}

const sizes: Size[] = [];
for (const entry of ENTRIES) sizes.push(await sizeOf(entry));
if (process.argv.includes('--json')) console.log(JSON.stringify(sizes));
else {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
  console.log(`${'minified, gzipped'.padEnd(26)}${'own code'.padStart(11)}${'whole'.padStart(11)}`);
  for (const { entry, own, whole } of sizes) console.log(entry.padEnd(26) + kilobytes(own) + kilobytes(whole));
}
