import { hostname } from 'node:os';
import path from 'node:path';
import { processState } from './process-state.ts';

const HOST = hostname().replace(/[^A-Za-z0-9-]/g, '_') || 'host';
const TEMP = /^\..+\.([A-Za-z0-9_-]+)\.(\d+)\.\d+\.tmp$/;
let count = 0;

/** A name beside `file` for what is not finished yet; it tells which process of which machine writes there. */
export function tempName(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${HOST}.${process.pid}.${++count}.tmp`);
}

/** Whether a name is that of a temporary file whose writer, a process of this machine, is dead. */
export async function isLeftover(name: string): Promise<boolean> {
  const match = TEMP.exec(name);
  if (match === null || match[1] !== HOST) return false;
  const { alive } = await processState(Number(match[2]));
  return !alive;
}
