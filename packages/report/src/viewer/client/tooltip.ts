import type { ClientData } from './decode.ts';
import { element } from './element.ts';

export interface Tooltip {
  readonly node: HTMLElement;
  show(point: number, x: number, y: number, side: number): void;
  hide(): void;
}

/** What a point is, in words. */
export function nameOf({ ids, classes, labels }: ClientData, point: number): string {
  const label = classes[labels[point] as number] ?? '';
  const id = ids?.[point] ?? `${point + 1}`;
  return label === '' ? id : `${label}, ${id}`;
}

/** A small card with the picture, the class and the name of a point. */
export function createTooltip(data: ClientData, sprite: HTMLImageElement | null): Tooltip {
  const picture = element('canvas', { width: '96', height: '96' });
  const text = element('span');
  const node = element('div', { class: 'viewer-tip', 'aria-hidden': 'true' }, ...(data.sprite ? [picture] : []), text);
  node.hidden = true;
  const draw = (point: number) => {
    if (!data.sprite || !sprite) return;
    const { columns, size } = data.sprite;
    const context = picture.getContext('2d') as CanvasRenderingContext2D;
    context.imageSmoothingEnabled = size > 48;
    context.clearRect(0, 0, 96, 96);
    context.drawImage(sprite, (point % columns) * size, Math.floor(point / columns) * size, size, size, 0, 0, 96, 96);
  };
  return {
    node,
    show(point, x, y, side) {
      draw(point);
      text.textContent = nameOf(data, point);
      node.hidden = false;
      const [width, height] = [node.offsetWidth, node.offsetHeight];
      const left = x + 16 + width > side ? x - 16 - width : x + 16;
      node.style.left = `${Math.max(0, left)}px`;
      node.style.top = `${Math.max(0, Math.min(side - height, y - height / 2))}px`;
    },
    hide() {
      node.hidden = true;
    },
  };
}
