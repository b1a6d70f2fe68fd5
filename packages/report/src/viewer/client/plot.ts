import type { ClientData, ClientView } from './decode.ts';
import { drawPoints } from './draw-points.ts';
import { element } from './element.ts';
import { onThemeChange, reducedMotion } from './look.ts';
import { type PickFrom, pick, pickInside } from './pick.ts';
import { type Lens, placesAt, zoomed } from './places.ts';
import { listenToKeys } from './plot-keys.ts';
import { makeStamps } from './stamps.ts';
import type { Store } from './store.ts';
import { createTooltip } from './tooltip.ts';

export interface Plot {
  readonly node: HTMLElement;
  zoom(factor: number): void;
  reset(): void;
}

const whole: Lens = { zoom: 1, x: 0, y: 0 };

/** One map: a canvas that draws itself whenever something has changed, and everything that a pointer does on it. */
export function createPlot(data: ClientData, view: ClientView, store: Store, sprite: HTMLImageElement | null): Plot {
  const keys = 'Arrow keys move, plus and minus zoom, 0 shows all, N and P step through the points, Enter chooses.';
  const canvas = element('canvas', {
    ...{ tabindex: '0', role: 'application' },
    'aria-label': `${view.name}: a map of ${data.points} points. ${keys}`,
  });
  const tooltip = createTooltip(data, sprite);
  const brush = element('div', { class: 'viewer-brush' });
  brush.hidden = true;
  const node = element('div', { class: 'viewer-map' }, canvas, brush, tooltip.node);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  let lens = whole;
  let density = 1;
  let side = 1;
  let places = placesAt(view, 1, true);
  let stamps: HTMLCanvasElement[] = [];
  let asked = false;

  const draw = () => {
    asked = false;
    // A picture can be there before the map knows its size.
    if (stamps.length === 0) return;
    drawPoints(context, { data, places, lens, side: side * density, density, stamps, sprite, state: store.get() });
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  };
  const restamp = () => {
    const radius = Math.max(2, Math.min(5, (side / 110) * Math.sqrt(40 / Math.sqrt(data.points))));
    stamps = makeStamps(Math.max(1, data.classes.length), radius, density);
    ask();
  };
  const resize = () => {
    side = Math.max(1, node.clientWidth);
    density = devicePixelRatio || 1;
    canvas.width = Math.round(side * density);
    canvas.height = canvas.width;
    restamp();
  };
  const setLens = (next: Lens) => {
    lens = next;
    // A finger scrolls the page until there is something to move.
    canvas.style.touchAction = lens.zoom > 1 ? 'none' : 'pan-y';
    ask();
  };
  const zoom = (factor: number, x = 0.5, y = 0.5) => setLens(zoomed(lens, factor, x, y));
  const reset = () => setLens(whole);
  const from = (): PickFrom => ({ data, places, lens, side, state: store.get() });

  let start: { x: number; y: number; lens: Lens; brushing: boolean } | null = null;
  canvas.addEventListener('pointerdown', (event) => {
    start = { x: event.offsetX, y: event.offsetY, lens, brushing: event.shiftKey };
    if (event.pointerType !== 'touch' || lens.zoom > 1) canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', ({ offsetX: x, offsetY: y, pointerType }) => {
    if (start?.brushing) {
      Object.assign(brush.style, { left: `${Math.min(x, start.x)}px`, top: `${Math.min(y, start.y)}px` });
      Object.assign(brush.style, { width: `${Math.abs(x - start.x)}px`, height: `${Math.abs(y - start.y)}px` });
      brush.hidden = false;
    } else if (start && (pointerType !== 'touch' || lens.zoom > 1)) {
      tooltip.hide();
      setLens({ ...lens, x: start.lens.x + (x - start.x) / side, y: start.lens.y + (y - start.y) / side });
    } else {
      const point = pick(from(), x, y);
      if (point < 0) tooltip.hide();
      else tooltip.show(point, x, y, side);
      if (point !== store.get().hover) store.set({ hover: point });
    }
  });
  canvas.addEventListener('pointerup', ({ offsetX: x, offsetY: y }) => {
    if (start?.brushing) store.set({ selected: pickInside(from(), [start.x, start.y, x, y]) });
    else if (start && Math.hypot(x - start.x, y - start.y) < 4) {
      const point = pick(from(), x, y);
      store.set({ hover: point, selected: new Set(point < 0 ? [] : [point]) });
      if (point >= 0) tooltip.show(point, x, y, side);
    }
    start = null;
    brush.hidden = true;
  });
  canvas.addEventListener('pointercancel', () => {
    start = null;
    brush.hidden = true;
  });
  canvas.addEventListener('pointerleave', () => {
    tooltip.hide();
    if (!start) store.set({ hover: -1 });
  });
  canvas.addEventListener('dblclick', reset);
  canvas.addEventListener(
    'wheel',
    (event) => {
      // The page scrolls on until the map has been chosen.
      if (document.activeElement !== canvas && !event.ctrlKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * 0.002), event.offsetX / side, event.offsetY / side);
    },
    { passive: false },
  );
  listenToKeys(canvas, {
    data,
    store,
    zoom,
    reset,
    move: (dx, dy) => setLens({ ...lens, x: lens.x + dx, y: lens.y + dy }),
  });

  store.subscribe((state, before) => {
    if (state.position !== before.position) places = placesAt(view, state.position, !reducedMotion());
    ask();
  });
  onThemeChange(restamp);
  if (sprite) sprite.addEventListener('load', ask);
  new ResizeObserver(resize).observe(node);
  canvas.style.touchAction = 'pan-y';
  return { node, zoom, reset };
}
