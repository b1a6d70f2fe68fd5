import type { ClientData } from './decode.ts';
import { element } from './element.ts';
import { reducedMotion } from './look.ts';
import type { Store } from './store.ts';

/** Seconds that all frames take. */
const lengthOf = (frames: number) => Math.max(3, Math.min(14, frames * 0.12));

/** Play, pause and a slider over the frames; null when there is one frame only. */
export function createPlayer({ views }: ClientData, store: Store): HTMLElement | null {
  const longest = views.reduce((a, b) => (b.frames.length > a.frames.length ? b : a));
  const frames = longest.frames.length;
  if (frames < 2) return null;
  const button = element('button', { type: 'button', class: 'viewer-play' }, 'Play');
  const slider = element('input', {
    type: 'range',
    min: '0',
    max: `${frames - 1}`,
    step: '1',
    'aria-label': 'Iteration',
  });
  const read = element('output', {}, '');

  const show = () => {
    const { position, playing } = store.get();
    const frame = Math.round(position * (frames - 1));
    const iteration = `iteration ${longest.iterations[frame] ?? frame}`;
    slider.value = `${frame}`;
    slider.setAttribute('aria-valuetext', iteration);
    read.textContent = iteration;
    button.textContent = playing ? 'Pause' : 'Play';
  };
  let before = 0;
  const tick = (now: number) => {
    const { playing, position } = store.get();
    if (!playing) return;
    const passed = Math.min(0.1, (now - before) / 1000);
    before = now;
    const next = Math.min(1, position + passed / lengthOf(frames) / (reducedMotion() ? 2 : 1));
    store.set({ position: next, playing: next < 1 });
    requestAnimationFrame(tick);
  };
  button.addEventListener('click', () => {
    const { playing, position } = store.get();
    if (playing) {
      store.set({ playing: false });
      return;
    }
    store.set({ playing: true, position: position >= 1 ? 0 : position });
    requestAnimationFrame((now) => {
      before = now;
      tick(now);
    });
  });
  slider.addEventListener('input', () => store.set({ position: Number(slider.value) / (frames - 1), playing: false }));
  store.subscribe(show);
  show();
  return element('div', { class: 'viewer-player' }, button, slider, read);
}
