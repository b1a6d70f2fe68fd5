/** Fails when a package imports from its own floor or a higher one, or something that its package.json does not list. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/** Which floor each package stands on; imports go down only. */
const FLOORS: Record<string, number> = {
  core: 0,
  cv: 1,
  run: 1,
  augment: 1,
  tsne: 1,
  report: 1,
  'toy-animals': 1,
  'wasm-kernels': 1,
  data: 2,
  backend: 2,
  hparam: 3,
  train: 3,
  transfer: 4,
  gan: 4,
  explain: 4,
};

/** Packages that know no tensor and bring none along. */
const TENSOR_FREE = new Set(['core', 'cv', 'run', 'tsne', 'report', 'toy-animals', 'hparam']);

interface PackageJson {
  name: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const BUILTINS = new Set(builtinModules);
/** What the root gives every package's test helpers. */
const ROOT_TOOLS = ['vitest', 'fast-check', 'playwright-core', 'esbuild'];

const problems: string[] = [];
for (const folder of readdirSync('packages')) {
  const home = path.join('packages', folder);
  if (existsSync(path.join(home, 'package.json'))) checkPackage(home);
}
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'floors: imports go down only' : `floors: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkPackage(home: string): void {
  const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as PackageJson;
  const name = manifest.name.replace('@animals/', '');
  const floor = FLOORS[name];
  if (floor === undefined) {
    problems.push(`${home}: ${manifest.name} stands on no floor`);
    return;
  }
  const { dependencies = {}, peerDependencies = {}, devDependencies = {} } = manifest;
  const shipped = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
  const inTests = new Set([...shipped, ...Object.keys(devDependencies), ...ROOT_TOOLS]);
  for (const file of sources(path.join(home, 'src'))) {
    const listed = /[\\/](testing|fixtures)[\\/]/.test(file) ? inTests : shipped;
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
      const problem = judge(name, floor, fileName, listed);
      if (problem) problems.push(`${file}: ${problem}`);
    }
  }
}

function judge(name: string, floor: number, specifier: string, listed: ReadonlySet<string>): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:') || BUILTINS.has(specifier)) return undefined;
  const target = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (!listed.has(target)) return `imports ${target}, which its package.json does not list`;
  if (TENSOR_FREE.has(name) && target.startsWith('@tensorflow/'))
    return `${name} knows no tensor, but imports ${target}`;
  const neighbour = FLOORS[target.replace('@animals/', '')];
  if (target.startsWith('@animals/') && (neighbour === undefined || neighbour >= floor)) {
    return `floor ${floor} imports ${target} of floor ${neighbour}`;
  }
  return undefined;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(file))
    .map((file) => path.join(folder, file));
}
