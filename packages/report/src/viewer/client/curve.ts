import type { ClientView } from './decode.ts';
import { element } from './element.ts';
import { onThemeChange, theme } from './look.ts';
import type { Store } from './store.ts';

const height = 76;
const [top, bottom] = [20, 8];

const format = (value: number) => String(Number(value.toPrecision(3))).replace('-', '−');

/** The curve of a map's iterations with its phases and a mark at the frame that is shown; a click goes there. */
export function createCurve(view: ClientView, store: Store): HTMLElement {
  const { curve, curveName, iterations, phases } = view;
  const canvas = element('canvas', { class: 'viewer-curve', 'aria-hidden': 'true' });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const [first, last] = [curve[0]?.[0] ?? 0, curve.at(-1)?.[0] ?? 1];
  const values = curve.map(([, value]) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  let width = 1;
  let asked = false;

  const at = (iteration: number) => 1 + ((iteration - first) / (last - first || 1)) * (width - 2);
  const up = (value: number) => height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom);
  const shown = () => {
    const exact = store.get().position * (iterations.length - 1);
    const [from, to] = [iterations[Math.floor(exact)] ?? 0, iterations[Math.ceil(exact)] ?? 0];
    return from + (to - from) * (exact - Math.floor(exact));
  };
  const valueAt = (iteration: number) => curve.findLast(([x]) => x <= iteration)?.[1] ?? values[0] ?? 0;

  const line = (x: number, dash: number[]) => {
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(x, top - 4);
    context.lineTo(x, height - bottom);
    context.stroke();
  };
  const draw = () => {
    asked = false;
    const { ink, muted, palette } = theme();
    const density = devicePixelRatio || 1;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    context.font = '11px system-ui, sans-serif';
    context.strokeStyle = context.fillStyle = muted;
    context.lineWidth = 1;
    for (const { at: iteration, label } of phases) {
      if (iteration < first || iteration > last) continue;
      const x = at(iteration);
      line(x, [2, 3]);
      context.textAlign = x > width * 0.6 ? 'right' : 'left';
      context.fillText(label, x + (x > width * 0.6 ? -4 : 4), top + 8, width * 0.5);
    }
    context.setLineDash([]);
    context.strokeStyle = palette[0] as string;
    context.lineWidth = 1.75;
    context.beginPath();
    for (const [iteration, value] of curve) context.lineTo(at(iteration), up(value));
    context.stroke();
    const now = shown();
    context.strokeStyle = context.fillStyle = ink;
    context.lineWidth = 1;
    line(at(now), []);
    context.textAlign = 'left';
    context.fillText(`${curveName} ${format(valueAt(now))}`, 1, 11, width * 0.5);
    context.fillStyle = muted;
    context.textAlign = 'right';
    context.fillText(`iteration ${Math.round(now)}`, width - 1, 11, width * 0.5);
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  };
  const seek = ({ offsetX }: PointerEvent) => {
    const wanted = first + ((offsetX - 1) / (width - 2)) * (last - first);
    const after = iterations.findIndex((iteration) => iteration >= wanted);
    const frame = after === -1 ? iterations.length - 1 : after;
    store.set({ position: iterations.length > 1 ? frame / (iterations.length - 1) : 1, playing: false });
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    seek(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.buttons > 0) seek(event);
  });
  new ResizeObserver(() => {
    width = Math.max(1, canvas.clientWidth);
    canvas.width = Math.round(width * (devicePixelRatio || 1));
    canvas.height = Math.round(height * (devicePixelRatio || 1));
    ask();
  }).observe(canvas);
  store.subscribe((state, before) => {
    if (state.position !== before.position) ask();
  });
  onThemeChange(ask);
  return canvas;
}
