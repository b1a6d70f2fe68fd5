import { open } from 'node:fs/promises';

/** Makes a folder's list of names durable: without it a power cut can forget a file that was renamed into place. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows has no such thing, and opening a folder there fails.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
