import { ANIMALS } from './animals.ts';
import { PROFILES } from './profiles.ts';
import { STAGE_NAMES } from './stages/names.ts';

/** What `--help` prints. */
export const HELP = `Reproduces the study of three small sets of animal pictures.

Usage: npm run study -- [${ANIMALS.join('|')}|all] [options]      (default: fox)
       npm run study -- --positive DIR --negative DIR [options]

  --profile NAME        ${PROFILES.join(', ')} (default: quick, minutes on two cores)
  --stages A,B          only these of: ${STAGE_NAMES.join(', ')}
  --list-stages         print the stages and end
  --data DIR            folder that holds the class folders
                        (default: ANIMALS_DATA, else the cache, else the embedded drawings)
  --positive DIR        a folder of your own with the thing in its pictures, and
  --negative DIR        one without it: the study of any two folders
  --out DIR             where results go (default: out/<animal>-<profile>)
  --resume              go on with what --out holds
  --force               start over, replacing what --out holds
  --backend NAME        wasm, cpu, ... (default: the best one there is)
  --workers N           processes that train folds (default: as many as cores, folds and memory allow)
  --folds N             folds of the cross-validation (default: the profile's)
  --seed N              (default: 0)
  --on-bad-file HOW     throw, or skip and list in the results (default: throw)
  --json                print the results as JSON
  --quiet               print errors only
  --help, --version

Exit status: 0 done; 1 our fault; 2 your input; 3 some stages failed, the others' results are kept;
130 interrupted, go on with --resume.`;
