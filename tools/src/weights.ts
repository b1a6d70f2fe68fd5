/** `npm run weights`: fetches ImageNet weights of the study's networks, and puts them where the study looks. */
import { labelOf } from '../../examples/study/src/bases.ts';
import { fetchCommand } from './fetch-command.ts';
import { lateTask } from './late-task.ts';
import { fetchBase } from './weights/fetch-base.ts';
import { HELP } from './weights/help.ts';
import { parseWeightsArguments } from './weights/parse-weights-arguments.ts';

process.exitCode = await fetchCommand({
  help: HELP,
  parse: parseWeightsArguments,
  async run({ bases, ...places }, { progress, signal }) {
    const failures: string[] = [];
    for (const base of bases) {
      const count = lateTask(progress, `${labelOf(base)} kB`, 1000);
      try {
        progress.say(await fetchBase(base, { ...places, signal, onProgress: ({ done, total }) => count(done, total) }));
      } catch (error) {
        failures.push(`${labelOf(base)}: ${(error as Error).message}`);
        if (signal.aborted) break;
      }
    }
    if (failures.length > 0) throw new Error(failures.join('\n'));
  },
});
