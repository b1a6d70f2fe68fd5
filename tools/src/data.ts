/** `npm run data`: fetches the study's photographs, checks every file, and puts them where the study looks. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DatasetSource, fetchDataset } from '@animals/data/download';
import { cacheFolder } from '@animals/run';
import { HELP } from './data/help.ts';
import { parseDataArguments } from './data/parse-data-arguments.ts';
import { parseHashList } from './data/parse-hash-list.ts';
import { fetchCommand } from './fetch-command.ts';
import { lateTask } from './late-task.ts';

const PUBLIC_URL = 'https://www.lirmm.fr/~poncelet/Ressources/Tiger-Fox-Elephant.zip';
const LIST = path.join(import.meta.dirname, 'data', 'tiger-fox-elephant.sha256');

process.exitCode = await fetchCommand({
  help: HELP,
  parse: parseDataArguments,
  async run({ url = PUBLIC_URL, out }, { progress, signal }) {
    const source: DatasetSource = {
      url,
      bytes: 7_605_545,
      root: 'Tiger-Fox-Elephant',
      files: parseHashList(readFileSync(LIST, 'utf8')),
    };
    const folder = out ?? path.join(cacheFolder(), 'tiger-fox-elephant');
    const stages = { download: lateTask(progress, 'download kB', 1000), extract: lateTask(progress, 'extract') };
    const { status, files } = await fetchDataset(source, folder, {
      signal,
      onProgress: (stage, { done, total }) => stages[stage](done, total),
    });
    progress.say(
      `${files} pictures, each with the hash listed: ${folder}${status === 'present' ? ' (were there)' : ''}`,
    );
  },
});
