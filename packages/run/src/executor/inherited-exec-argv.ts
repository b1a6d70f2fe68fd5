/** Options that take a program from the command line; a worker has its own. */
const PROGRAM = /^(-e|-p|-pe|--eval|--print)$/;

/**
 * The options of Node with which a worker of this process should start: loaders and conditions, but neither the
 * program of `node -e` nor a debugger's port, which is taken.
 */
export function inheritedExecArgv(execArgv: readonly string[] = process.execArgv): string[] {
  const kept: string[] = [];
  for (let i = 0; i < execArgv.length; i++) {
    const option = execArgv[i] as string;
    if (PROGRAM.test(option)) i++;
    else if (!/^--(inspect|eval=|print=|input-type)/.test(option)) kept.push(option);
  }
  return kept;
}
