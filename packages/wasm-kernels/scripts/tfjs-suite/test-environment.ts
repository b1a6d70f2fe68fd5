/** Tells the tests to run on the WASM backend, before any of them is imported. */
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-wasm';
import { setTestEnvs } from '@tensorflow/tfjs-core/dist/jasmine_util.js';

setTestEnvs([{ name: 'wasm', backendName: 'wasm', flags: {}, isDataSync: true }]);
