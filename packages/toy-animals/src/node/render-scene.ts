import { renderScene as renderStarted } from '../render/render-scene.ts';
import type { RenderedScene } from '../render/rendered-scene.ts';
import type { ToyScene } from '../toy-scene.ts';
import { startNodeRenderer } from './start-node-renderer.ts';

/** Renders a scene to pixels, the same bytes on every platform; starts the renderer when it is not running. */
export async function renderScene(scene: Pick<ToyScene, 'svg' | 'post'>): Promise<RenderedScene> {
  await startNodeRenderer();
  return renderStarted(scene);
}
