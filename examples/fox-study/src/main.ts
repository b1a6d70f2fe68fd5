/** The study of one animal: is there a fox in the picture, or another animal? */
import { runCommand } from '@animals/study';

process.exitCode = await runCommand(['fox', ...process.argv.slice(2)]);
