/** The study of one animal: is there a tiger in the picture, or another animal? */
import { runCommand } from '@animals/study';

process.exitCode = await runCommand(['tiger', ...process.argv.slice(2)]);
