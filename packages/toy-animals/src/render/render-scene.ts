import { Resvg } from '@resvg/resvg-wasm';
import type { ToyScene } from '../toy-scene.ts';
import { develop } from './develop.ts';
import type { RenderedScene } from './rendered-scene.ts';
import { rendererStarted } from './renderer.ts';

/**
 * Renders a scene to pixels: the same bytes on every platform.
 *
 * @throws Error if the renderer was not started; call `startRenderer` first (Node does so by itself).
 */
export async function renderScene(scene: Pick<ToyScene, 'svg' | 'post'>): Promise<RenderedScene> {
  const started = rendererStarted();
  if (!started) throw new Error('the SVG renderer is not running; call startRenderer(wasm) first');
  await started;
  const resvg = new Resvg(scene.svg, { font: { loadSystemFonts: false } });
  try {
    const image = resvg.render();
    const { width, height, pixels } = image;
    const picture = develop(pixels, width, height, scene.post);
    image.free();
    return { pixels: picture, width, height };
  } finally {
    resvg.free();
  }
}
