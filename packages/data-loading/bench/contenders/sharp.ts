/** The contender that runs sharp. */

import { serveContender, type Work } from '../../../../tools/src/bench/index.ts';
import { pooled } from '../../src/pooled.ts';
import type { BenchArgs } from '../decode.ts';
import { readAll } from './read-all.ts';

await serveContender(async (_, args): Promise<Work> => {
  const { default: sharp } = await import('sharp');
  const { paths, size, threads } = args as BenchArgs;
  const files = await readAll(paths);
  sharp.concurrency(1);
  sharp.cache(false);
  const [height, width] = size;
  const resize = { fit: 'fill', kernel: 'linear', fastShrinkOnLoad: false } as const;
  const decode = (file: Uint8Array) => sharp(file).autoOrient().resize(width, height, resize).raw().toBuffer();
  return {
    async step() {
      await pooled(files, decode, { concurrency: threads });
    },
  };
});
