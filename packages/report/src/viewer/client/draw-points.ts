import type { ClientData } from './decode.ts';
import { colourOf, theme } from './look.ts';
import { type Lens, toPixel } from './places.ts';
import type { State } from './store.ts';

export interface Scene {
  readonly data: ClientData;
  readonly places: Float32Array;
  readonly lens: Lens;
  /** Side of the canvas in its own pixels. */
  readonly side: number;
  readonly density: number;
  readonly stamps: readonly HTMLCanvasElement[];
  readonly sprite: HTMLImageElement | null;
  readonly state: State;
}

/** Draws the picture of a point with the frame of its class. */
function drawPicture(context: CanvasRenderingContext2D, scene: Scene, point: number, x: number, y: number): void {
  const { data, sprite, density, lens } = scene;
  if (!data.sprite || !sprite) return;
  const { columns, size } = data.sprite;
  const base = Math.min(30, 420 / Math.sqrt(data.points)) * (scene.side / density / 640);
  const side = Math.min(64, Math.max(12, base) * Math.sqrt(lens.zoom)) * density;
  const [left, top] = [(point % columns) * size, Math.floor(point / columns) * size];
  context.drawImage(sprite, left, top, size, size, x - side / 2, y - side / 2, side, side);
  context.strokeStyle = colourOf(data.labels[point] as number);
  context.lineWidth = 1.5 * density;
  context.strokeRect(x - side / 2, y - side / 2, side, side);
}

function drawSome(context: CanvasRenderingContext2D, scene: Scene, wanted: (point: number) => boolean): void {
  const { data, places, lens, side, stamps, state, sprite } = scene;
  const room = 40 * scene.density;
  const pictures = state.pictures && sprite?.complete;
  for (let i = 0; i < data.points; i++) {
    const label = data.labels[i] as number;
    if (state.hidden.has(label) || !wanted(i)) continue;
    const x = toPixel(places[2 * i] as number, lens.x, lens.zoom, side);
    const y = toPixel(places[2 * i + 1] as number, lens.y, lens.zoom, side);
    if (x < -room || y < -room || x > side + room || y > side + room) continue;
    if (pictures) drawPicture(context, scene, i, x, y);
    else {
      const stamp = stamps[label] as HTMLCanvasElement;
      context.drawImage(stamp, Math.round(x - stamp.width / 2), Math.round(y - stamp.height / 2));
    }
  }
}

/** Draws one moment of a map: chosen points over pale ones, a ring around the one under the pointer. */
export function drawPoints(context: CanvasRenderingContext2D, scene: Scene): void {
  const { state, side, places, lens, density } = scene;
  const { selected, hover } = state;
  context.clearRect(0, 0, side, side);
  if (selected.size === 0) {
    context.globalAlpha = state.pictures ? 1 : 0.85;
    drawSome(context, scene, () => true);
  } else {
    context.globalAlpha = 0.15;
    drawSome(context, scene, (point) => !selected.has(point));
    context.globalAlpha = 1;
    drawSome(context, scene, (point) => selected.has(point));
  }
  context.globalAlpha = 1;
  if (hover < 0) return;
  drawSome(context, scene, (point) => point === hover);
  context.strokeStyle = theme().ink;
  context.lineWidth = 2 * density;
  context.beginPath();
  const x = toPixel(places[2 * hover] as number, lens.x, lens.zoom, side);
  const y = toPixel(places[2 * hover + 1] as number, lens.y, lens.zoom, side);
  context.arc(x, y, 9 * density, 0, 2 * Math.PI);
  context.stroke();
}
