import type { ViewerData } from '../viewer-data.ts';
import { createCurve } from './curve.ts';
import { type ClientData, type ClientView, decode } from './decode.ts';
import { element } from './element.ts';
import { createLegend } from './legend.ts';
import { createPlayer } from './player.ts';
import { createPlot, type Plot } from './plot.ts';
import { createStore, type Store } from './store.ts';
import { nameOf } from './tooltip.ts';

function spriteOf({ sprite }: ClientData): HTMLImageElement | null {
  if (!sprite) return null;
  const image = new Image();
  image.src = sprite.src;
  return image;
}

function toolButtons(data: ClientData, plots: readonly Plot[], store: Store): HTMLElement {
  const button = (text: string, name: string, deed: () => void) => {
    const made = element('button', { type: 'button', 'aria-label': name, title: name }, text);
    made.addEventListener('click', deed);
    return made;
  };
  const all = (deed: (plot: Plot) => void) => () => plots.forEach(deed);
  const tools = [
    button(
      '+',
      'Zoom in',
      all((plot) => plot.zoom(1.4)),
    ),
    button(
      '−',
      'Zoom out',
      all((plot) => plot.zoom(1 / 1.4)),
    ),
    button(
      'All',
      'Show all',
      all((plot) => plot.reset()),
    ),
  ];
  if (data.sprite) {
    const pictures = element('button', { type: 'button', 'aria-pressed': 'false' }, 'Pictures');
    pictures.addEventListener('click', () => {
      store.set({ pictures: !store.get().pictures });
      pictures.setAttribute('aria-pressed', `${store.get().pictures}`);
    });
    tools.push(pictures);
  }
  return element('div', { class: 'viewer-tools', role: 'group', 'aria-label': 'View' }, ...tools);
}

function viewNode(data: ClientData, view: ClientView, plot: Plot, store: Store): HTMLElement {
  const heading = data.views.length > 1 ? [element('p', { class: 'viewer-name' }, view.name)] : [];
  const notes = view.notes.map((note) => element('li', {}, note));
  return element(
    'div',
    { class: 'viewer-view' },
    ...heading,
    plot.node,
    ...(view.curve.length > 1 ? [createCurve(view, store)] : []),
    ...(notes.length > 0 ? [element('ul', { class: 'viewer-notes' }, ...notes)] : []),
  );
}

/** Says which point the keys have come to, and how many are chosen. */
function statusLine(data: ClientData, store: Store): HTMLElement {
  const line = element('p', { class: 'viewer-status', role: 'status' });
  store.subscribe(({ hover, selected }, before) => {
    if (hover === before.hover && selected === before.selected) return;
    const chosen = selected.size > 1 ? `${selected.size} points chosen` : '';
    line.textContent = hover >= 0 ? nameOf(data, hover) : chosen;
  });
  return line;
}

/** Puts a viewer in the place of its still picture, which stays for paper. */
export function mount(root: HTMLElement): void {
  const source = root.querySelector('script[type="application/json"]');
  const data = decode(JSON.parse(source?.textContent ?? '') as ViewerData);
  const store = createStore();
  const sprite = spriteOf(data);
  const plots = data.views.map((view) => createPlot(data, view, store, sprite));
  const views = data.views.map((view, i) => viewNode(data, view, plots[i] as Plot, store));
  const [legend, player] = [createLegend(data, store), createPlayer(data, store)];
  const bar = element('div', { class: 'viewer-bar' }, ...(legend ? [legend] : []), toolButtons(data, plots, store));
  const live = element(
    'div',
    { class: 'viewer-live', role: 'group', 'aria-label': data.title },
    bar,
    element('div', { class: `viewer-views of-${views.length}` }, ...views),
    ...(player ? [player] : []),
    statusLine(data, store),
  );
  root.append(live);
  root.classList.add('viewer-ready');
}
