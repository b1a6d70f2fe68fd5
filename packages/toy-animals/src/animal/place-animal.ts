import type { Drawing } from '../icons/drawing.ts';
import { svgNumber as n } from '../svg-number.ts';
import type { Pose } from './pose.ts';

/** Moves a drawing's SVG to its pose: its box ends up on the pose's rectangle, turned about the middle of its lower edge. */
export function placeAnimal(body: string, { box }: Drawing, { x, foot, width, height, mirrored, angle }: Pose): string {
  const [left, top, boxWidth, boxHeight] = box;
  const scaleX = ((mirrored ? -1 : 1) * width) / boxWidth;
  const scaleY = height / boxHeight;
  const factor = (value: number) => value.toFixed(5);
  const moves = [
    `translate(${n(x)} ${n(foot)})`,
    `rotate(${n(angle)})`,
    `scale(${factor(scaleX)} ${factor(scaleY)})`,
    `translate(${n(-left - boxWidth / 2)} ${n(-top - boxHeight)})`,
  ];
  return `<g transform="${moves.join('')}">${body}</g>`;
}
