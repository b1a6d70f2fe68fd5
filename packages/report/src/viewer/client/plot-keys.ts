import type { ClientData } from './decode.ts';
import type { Store } from './store.ts';

export interface KeyTarget {
  readonly data: ClientData;
  readonly store: Store;
  zoom(factor: number): void;
  reset(): void;
  /** By shares of the side. */
  move(dx: number, dy: number): void;
}

/** The next shown point in the order of the data, round and round. */
function step({ data, store }: KeyTarget, by: 1 | -1): void {
  const { hover, hidden } = store.get();
  let next = hover < 0 && by < 0 ? 0 : hover;
  for (let i = 0; i < data.points; i++) {
    next = (next + by + data.points) % data.points;
    if (hidden.has(data.labels[next] as number)) continue;
    store.set({ hover: next });
    return;
  }
}

/** Everything that a pointer does, by keys. */
export function listenToKeys(canvas: HTMLCanvasElement, target: KeyTarget): void {
  const { store } = target;
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => target.move(0.1, 0),
    ArrowRight: () => target.move(-0.1, 0),
    ArrowUp: () => target.move(0, 0.1),
    ArrowDown: () => target.move(0, -0.1),
    '+': () => target.zoom(1.3),
    '=': () => target.zoom(1.3),
    '-': () => target.zoom(1 / 1.3),
    '0': target.reset,
    n: () => step(target, 1),
    p: () => step(target, -1),
    Enter: () => store.set({ selected: new Set(store.get().hover < 0 ? [] : [store.get().hover]) }),
    Escape: () => store.set({ hover: -1, selected: new Set() }),
  };
  canvas.addEventListener('keydown', (event) => {
    const deed = Object.hasOwn(deeds, event.key) ? deeds[event.key] : undefined;
    if (!deed || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    deed();
  });
}
