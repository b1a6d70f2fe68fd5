import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { toPng } from '../figure/to-png.ts';

const resolver = createRequire(import.meta.url);

/** Whether everything drawn, text in DejaVu Sans included, lies inside the SVG's own frame; for tests. */
export async function isInside(svg: string): Promise<boolean> {
  await toPng(svg);
  const { Resvg } = await import('@resvg/resvg-wasm');
  const files = ['DejaVuSans', 'DejaVuSans-Bold'].map((font) => resolver.resolve(`dejavu-fonts-ttf/ttf/${font}.ttf`));
  const fontBuffers = await Promise.all(files.map((file) => readFile(file)));
  const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'DejaVu Sans' } });
  const box = drawing.getBBox();
  if (!box) return true;
  const { x, y, width, height } = box;
  return x >= 0 && y >= 0 && x + width <= drawing.width + 0.5 && y + height <= drawing.height + 0.5;
}
