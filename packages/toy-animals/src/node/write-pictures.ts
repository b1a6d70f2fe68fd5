import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OnProgress } from '@animals/core';
import { encodePng } from '../render/encode-png.ts';
import type { ToyScene } from '../toy-scene.ts';
import { renderScene } from './render-scene.ts';

/** Renders scenes and writes them as `<folder>/<id>.png`; returns the size of every file by its path in `folder`. */
export async function writePictures(
  folder: string,
  scenes: Iterable<ToyScene> & { readonly length: number },
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: OnProgress | undefined },
): Promise<Record<string, number>> {
  const files: Record<string, number> = {};
  let done = 0;
  for (const scene of scenes) {
    signal?.throwIfAborted();
    const png = encodePng(await renderScene(scene));
    const name = `${scene.id}.png`;
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), png);
    files[name] = png.byteLength;
    onProgress?.({ done: ++done, total: scenes.length, label: scene.id });
  }
  return files;
}
