/** The study of one animal: is there an elephant in the picture, or another animal? */
import { runCommand } from '@animals/study';

process.exitCode = await runCommand(['elephant', ...process.argv.slice(2)]);
