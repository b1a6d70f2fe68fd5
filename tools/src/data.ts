/** `npm run data`: fetches the study's photographs, checks every file, and puts them where the study looks. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DatasetSource, fetchDataset } from '@animals/data/download';
import { abortOnSignals, cacheFolder } from '@animals/run';
import { createProgress } from '../../examples/study/src/progress.ts';
import { HELP } from './data/help.ts';
import { type DataRequest, parseDataArguments } from './data/parse-data-arguments.ts';
import { parseHashList } from './data/parse-hash-list.ts';
import { lateTask } from './late-task.ts';

const PUBLIC_URL = 'https://www.lirmm.fr/~poncelet/Ressources/Tiger-Fox-Elephant.zip';
const LIST = path.join(import.meta.dirname, 'data', 'tiger-fox-elephant.sha256');

async function main(): Promise<number> {
  let request: DataRequest;
  try {
    request = parseDataArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  } catch (error) {
    console.error(`${(error as Error).message}; see --help`);
    return 2;
  }
  if (request.kind === 'help') {
    console.log(HELP);
    return 0;
  }
  return fetchPictures(request);
}

async function fetchPictures({ url = PUBLIC_URL, out, quiet }: DataRequest & { kind: 'fetch' }): Promise<number> {
  const source: DatasetSource = {
    url,
    bytes: 7_605_545,
    root: 'Tiger-Fox-Elephant',
    files: parseHashList(readFileSync(LIST, 'utf8')),
  };
  const folder = out ?? path.join(cacheFolder(), 'tiger-fox-elephant');
  const progress = createProgress({ quiet });
  const controller = new AbortController();
  const undo = abortOnSignals(controller);
  try {
    const stages = { download: lateTask(progress, 'download kB', 1000), extract: lateTask(progress, 'extract') };
    const { status, files } = await fetchDataset(source, folder, {
      signal: controller.signal,
      onProgress: (stage, { done, total }) => stages[stage](done, total),
    });
    progress.say(
      `${files} pictures, each with the hash listed: ${folder}${status === 'present' ? ' (were there)' : ''}`,
    );
    return 0;
  } catch (error) {
    progress.close();
    console.error((error as Error).message);
    return controller.signal.aborted ? 130 : 1;
  } finally {
    progress.close();
    undo();
  }
}

process.exitCode = await main();
