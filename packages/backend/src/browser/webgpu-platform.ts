import * as tf from '@tensorflow/tfjs-core';
import type { WebgpuPlatform } from '../backends/webgpu.ts';

const PACKAGE = '@tensorflow/tfjs-backend-webgpu';

/** WebGPU of the browser. The page imports the package itself: a bundler cannot follow an optional import. */
export const browserWebgpu: WebgpuPlatform = {
  problem() {
    if (tf.findBackendFactory('webgpu')) return undefined;
    const reason = `needs the package '${PACKAGE}', which this page has not imported`;
    return { reason, remedy: `npm install ${PACKAGE}, and import it before useBackend` };
  },
  async prepare() {},
  load: async () => 'imported by the page',
};
