/** Compiles each file of assembly/ twice (own memory, shared memory) and writes both modules as base64 strings. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const home = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const OWN = ['--enable', 'simd'];
const SHARED = ['--enable', 'simd,threads', '--sharedMemory', '--maximumMemory', '65536'];
const FLAGS = ['--importMemory', '--initialMemory', '1', '--runtime', 'stub', '--noAssert', '-O3', '--converge'];

// What begins with an underscore is shared by the others, and no module of its own.
const files = readdirSync(path.join(home, 'assembly')).filter((file) => /^[^_].*\.ts$/.test(file));
for (const file of files) save(file.replace('.ts', ''), await compile(file, OWN), await compile(file, SHARED));

async function compile(file, memory) {
  let bytes;
  const args = [`assembly/${file}`, '--baseDir', '.', ...memory, ...FLAGS, '--outFile', 'out.wasm'];
  const { error, stderr } = await asc.main(args, {
    readFile: (name) => readOrNull(path.join(home, name)),
    writeFile: (name, contents) => {
      if (name.endsWith('out.wasm')) bytes = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  if (hasData(bytes)) throw new Error(`${file}: a data segment would lie where the caller puts its arrays`);
  return bytes;
}

function readOrNull(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
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

function save(name, own, shared) {
  const folder = path.join(home, 'src/generated');
  mkdirSync(folder, { recursive: true });
  const line = (key, bytes) => `  ${key}: '${Buffer.from(bytes).toString('base64')}',\n`;
  const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const sizes = `${own.length} and ${shared.length} bytes`;
  const text = `/** The builds of assembly/${name}.ts, ${sizes}. */\nexport const ${camel}Base64 = {\n${line('own', own)}${line('shared', shared)}};\n`;
  writeFileSync(path.join(folder, `${name}.ts`), text);
  console.log(`${name}: ${sizes}`);
}
