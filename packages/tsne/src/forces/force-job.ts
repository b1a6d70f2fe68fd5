/** The words of `Job` in assembly/_job.ts, in its order. */
const WORDS =
  'points dims positions x y z queryPositions queryX queryY queryZ queryOrder attraction repulsion share rowStart columns values stride nodes nodeCount leafSize theta keys spareKeys order spareOrder histogram inverseDof exponent self';
const NAMES = WORDS.split(' ');
const FLOATS: ReadonlySet<string> = new Set(['theta', 'inverseDof', 'exponent', 'self']);

/** How many words a job has. */
export const JOB_WORDS = NAMES.length;

/** Values of a job by name; an array stands for its address, and what is left out for 0. */
export type JobValues = Readonly<Record<string, number | { readonly byteOffset: number }>>;

/** Writes a job where the kernels will read it. */
export function writeJob(words: Int32Array, values: JobValues): void {
  const floats = new Float32Array(words.buffer, words.byteOffset, words.length);
  NAMES.forEach((name, i) => {
    const value = values[name] ?? 0;
    const number = typeof value === 'number' ? value : value.byteOffset;
    if (FLOATS.has(name)) floats[i] = number;
    else words[i] = number;
  });
}
