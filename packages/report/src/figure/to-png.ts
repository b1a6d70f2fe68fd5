import { ArgumentError } from '@animals/core';
import { packageFile } from './package-file.ts';

export interface PngOptions {
  /** Pixels of the PNG for one of the SVG, over 0 and at most 8. */
  readonly scale?: number;
}

/** The rasteriser and its fonts, loaded when the first picture is drawn. */
let loading: ReturnType<typeof loadResvg> | undefined;

async function loadResvg() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const files = ['DejaVuSans', 'DejaVuSans-Bold'].map((font) => packageFile(`dejavu-fonts-ttf/ttf/${font}.ttf`));
  const fontBuffers = await Promise.all(files);
  try {
    await initWasm(await packageFile('@resvg/resvg-wasm/index_bg.wasm'));
  } catch (error) {
    if (!String(error).includes('Already initialized')) throw error;
  }
  return { Resvg, fontBuffers };
}

/**
 * Draws an SVG as PNG, without a browser and without the fonts of the machine: text is set in DejaVu Sans.
 *
 * The same SVG gives the same bytes anywhere. Characters that DejaVu Sans lacks, such as Chinese ones and emoji,
 * show as a box; Greek, Cyrillic, Arabic and Hebrew are there.
 * @throws ArgumentError if the scale is not in (0, 8], or the text is not an SVG.
 */
export async function toPng(svg: string, { scale = 2 }: PngOptions = {}): Promise<Uint8Array> {
  if (!(scale > 0 && scale <= 8)) throw new ArgumentError('scale', `scale must be in (0, 8], got ${scale}`);
  loading ??= loadResvg();
  const { Resvg, fontBuffers } = await loading;
  const font = { fontBuffers, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
  let drawing: InstanceType<typeof Resvg>;
  try {
    drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } });
  } catch (error) {
    throw new ArgumentError('svg', `svg must be an SVG document, got ${svg.length} characters: ${error}`, {
      cause: error,
    });
  }
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
