import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes files by relative path into a new folder, lends it to the work, and removes it afterwards. */
export async function withFolder(
  files: Readonly<Record<string, Uint8Array | string>>,
  work: (root: string) => Promise<void>,
): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'animals-data-'));
  // Others may look in: a test acts as another user.
  await chmod(root, 0o755);
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    await work(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
