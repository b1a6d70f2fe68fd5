/** `npm run weights`: fetches ImageNet weights of the study's networks, and puts them where the study looks. */
import { abortOnSignals } from '@animals/run';
import { fetchWeights, hashTensors, readWeightsFile } from '@animals/transfer';
import { type BaseChoice, labelOf, weightsFolders } from '../../examples/study/src/bases.ts';
import { createProgress } from '../../examples/study/src/progress.ts';
import { lateTask } from './late-task.ts';
import { HELP } from './weights/help.ts';
import { mirrored } from './weights/mirrored.ts';
import { parseWeightsArguments, type WeightsRequest } from './weights/parse-weights-arguments.ts';

async function main(): Promise<number> {
  let request: WeightsRequest;
  try {
    request = parseWeightsArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  } catch (error) {
    console.error(`${(error as Error).message}; see --help`);
    return 2;
  }
  if (request.kind === 'help') {
    console.log(HELP);
    return 0;
  }
  return fetchAll(request);
}

async function fetchAll({ bases, mirror, out, quiet }: WeightsRequest & { kind: 'fetch' }): Promise<number> {
  const progress = createProgress({ quiet });
  const controller = new AbortController();
  const undo = abortOnSignals(controller);
  const failures: string[] = [];
  try {
    for (const base of bases) {
      await fetchOne(base)
        .then((line) => progress.say(line))
        .catch((error: Error) => failures.push(`${labelOf(base)}: ${error.message}`));
      if (controller.signal.aborted) break;
    }
  } finally {
    progress.close();
    undo();
  }
  for (const failure of failures) console.error(failure);
  return controller.signal.aborted ? 130 : failures.length > 0 ? 1 : 0;

  async function fetchOne(base: BaseChoice): Promise<string> {
    const { name, alpha } = base;
    const choice = alpha === undefined ? {} : { alpha };
    const count = lateTask(progress, `${labelOf(base)} kB`, 1000);
    const { file, checkedBy } = await fetchWeights(name, {
      ...choice,
      ...weightsFolders(),
      ...(out !== undefined && { folders: [], cache: out }),
      ...(mirror !== undefined && { url: mirrored(mirror, name, choice) }),
      download: true,
      signal: controller.signal,
      onProgress: ({ done, total }) => count(done, total),
    });
    const words = checkedBy === 'md5' ? 'md5 as published' : 'nobody publishes its hash';
    return `${labelOf(base)}: ${file} (${words}), ${await hashTensors(await readWeightsFile(file))}`;
  }
}

process.exitCode = await main();
