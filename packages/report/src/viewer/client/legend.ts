import { signOutlines } from '../../image/sign-outlines.ts';
import type { ClientData } from './decode.ts';
import { element } from './element.ts';
import { colourOf, onThemeChange } from './look.ts';
import type { Store } from './store.ts';

const svgName = 'http://www.w3.org/2000/svg';

/** The sign of a class, in its colour. */
function signOf(label: number): SVGElement {
  const svg = document.createElementNS(svgName, 'svg');
  svg.setAttribute('viewBox', '-1.3 -1.3 2.6 2.6');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgName, 'path');
  path.setAttribute('d', signOutlines[label % signOutlines.length] as string);
  const paint = () => path.setAttribute('fill', colourOf(label));
  paint();
  onThemeChange(paint);
  svg.append(path);
  return svg;
}

/** A button for each class that hides and shows it; null for a single class. */
export function createLegend({ classes, labels }: ClientData, store: Store): HTMLElement | null {
  if (classes.length < 2) return null;
  const counts = classes.map((_, label) => labels.reduce((sum, own) => sum + (own === label ? 1 : 0), 0));
  const buttons = classes.map((name, label) => {
    const button = element('button', { type: 'button', 'aria-pressed': 'true' }, signOf(label), `${name} `);
    button.append(element('span', { class: 'viewer-count' }, `${counts[label]}`));
    button.addEventListener('click', () => {
      const hidden = new Set(store.get().hidden);
      if (!hidden.delete(label)) hidden.add(label);
      button.setAttribute('aria-pressed', `${!hidden.has(label)}`);
      store.set({ hidden, hover: -1 });
    });
    return button;
  });
  return element('div', { class: 'viewer-legend', role: 'group', 'aria-label': 'Classes shown' }, ...buttons);
}
