import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleClient } from './bundle-client.ts';

/** Writes the script of the viewer as a module, so that the package needs no build to be used from source. */
const path = fileURLToPath(new URL('../src/viewer/client-script.ts', import.meta.url));
await writeFile(path, await bundleClient());
