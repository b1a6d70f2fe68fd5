/** Compiles assembly/ twice (SIMD, SIMD with relaxed multiply-add) and writes each module as a base64 string. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { microKernels } from './micro-kernels.mjs';

const home = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const VARIANTS = { simd: 'simd', relaxed: 'simd,relaxed-simd' };
const FLAGS = ['--importMemory', '--runtime', 'stub', '--noAssert', '-O3'];
const generated = new Map([['assembly/micro-kernels.ts', microKernels()]]);

for (const [name, features] of Object.entries(VARIANTS)) {
  const bytes = await compile(features);
  if (hasData(bytes)) throw new Error(`${name}: a data segment would overwrite the memory of the backend`);
  save(name, bytes);
}

/** Source of a module: generated text first, then the file. */
function readFile(name) {
  const file = name.split(path.sep).join('/');
  if (generated.has(file)) return generated.get(file);
  try {
    return readFileSync(path.join(home, file), 'utf8');
  } catch {
    return null;
  }
}

async function compile(features) {
  let bytes;
  const args = ['assembly/index.ts', '--baseDir', '.', '--enable', features, ...FLAGS, '--outFile', 'kernels.wasm'];
  const { error, stderr } = await asc.main(args, {
    readFile,
    writeFile: (name, contents) => {
      if (name.endsWith('kernels.wasm')) bytes = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return bytes;
}

/** Whether the module has a data section (id 11). */
function hasData(bytes) {
  let at = 8;
  while (at < bytes.length) {
    const id = bytes[at++];
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (id === 11 && size > 1) return true;
    at += size;
  }
  return false;
}

function save(name, bytes) {
  const folder = path.join(home, 'src/generated');
  mkdirSync(folder, { recursive: true });
  const base64 = Buffer.from(bytes).toString('base64');
  const text = `/** The ${name} build of assembly/, ${bytes.length} bytes. */\nexport const ${name}Base64 =\n  '${base64}';\n`;
  writeFileSync(path.join(folder, `${name}.ts`), text);
  console.log(`${name}: ${bytes.length} bytes`);
}
