import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a contender needed. */
export interface Cost {
  readonly ms: number;
  /** Most memory of its process. */
  readonly megabytes: number;
}

/** Where samples are, and where the embedding is to go. */
export interface Files {
  readonly input: string;
  readonly output: string;
  readonly rows: number;
  readonly columns: number;
}

const ours = [
  process.execPath,
  '--conditions=@animals/source',
  '--import',
  'tsx',
  path.join(import.meta.dirname, 'contender.ts'),
];
const python = [process.env.ANIMALS_PYTHON || 'python3', path.join(import.meta.dirname, '../python/contender.py')];
const TWO_JOBS = { OMP_NUM_THREADS: '2', OPENBLAS_NUM_THREADS: '2', MKL_NUM_THREADS: '2' };

/**
 * Runs a contender in a process of its own.
 *
 * @throws Error with the last line that it wrote if it fails.
 */
export async function runContender(name: string, { input, output, rows, columns }: Files): Promise<Cost> {
  const [program, ...args] = name === 'sklearn-2' ? python : ours;
  const all = [...args, name, input, output, String(rows), String(columns)];
  const child = spawn(program as string, all, { env: { ...process.env, ...TWO_JOBS } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(lastError(err) ?? `ended with code ${code}`);
  return JSON.parse(out.trim().split('\n').at(-1) as string) as Cost;
}

const lastError = (text: string) =>
  text
    .split('\n')
    .filter((line) => /error/i.test(line))
    .at(-1)
    ?.trim();
