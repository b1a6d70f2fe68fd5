import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { figureName } from './figure-name.ts';
import { type PngOptions, toPng } from './to-png.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes `<name>.svg` and `<name>.png` of a figure, on light paper, and returns both paths.
 *
 * The folder is made; either file is whole or not there.
 * @throws ArgumentError if the name is more than a plain file name.
 */
export async function writeFigure(
  folder: string,
  figure: Figure,
  options: PngOptions = {},
): Promise<{ readonly svg: string; readonly png: string }> {
  const name = figureName(figure.title, figure.name);
  const paths = { svg: join(folder, `${name}.svg`), png: join(folder, `${name}.png`) };
  await writeWhole(paths.svg, `${figure.svg}\n`);
  await writeWhole(paths.png, await toPng(figure.svg, options));
  return paths;
}
