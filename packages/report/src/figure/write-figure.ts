import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { figureName } from './figure-name.ts';
import { type PngOptions, toPng } from './to-png.ts';
import { writeWhole } from './write-whole.ts';

/** Where a figure was written. */
export interface FigureFiles {
  readonly svg: string;
  readonly png: string;
  /** Of an animation that is a GIF. */
  readonly gif?: string;
  /** Of an animation that is a WebP. */
  readonly webp?: string;
}

/**
 * Writes `<name>.svg` and `<name>.png` of a figure, on light paper, and `<name>.gif` or `<name>.webp` of an animation; returns their paths.
 *
 * The folder is made; each file is whole or not there.
 * @throws ArgumentError if the name is more than a plain file name.
 */
export async function writeFigure(folder: string, figure: Figure, options: PngOptions = {}): Promise<FigureFiles> {
  const name = figureName(figure.title, figure.name);
  const paths = { svg: join(folder, `${name}.svg`), png: join(folder, `${name}.png`) };
  await writeWhole(paths.svg, `${figure.svg}\n`);
  await writeWhole(paths.png, await toPng(figure.svg, options));
  if (!figure.animation) return paths;
  const kind = figure.animation.src.startsWith('data:image/webp;') ? 'webp' : 'gif';
  const moving = join(folder, `${name}.${kind}`);
  await writeWhole(moving, Buffer.from(figure.animation.src.replace(/^[^,]*,/, ''), 'base64'));
  return { ...paths, [kind]: moving };
}
