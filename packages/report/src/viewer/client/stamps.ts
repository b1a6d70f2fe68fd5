import { signOutlines } from '../../image/sign-outlines.ts';
import { colourOf, theme } from './look.ts';

/** A point of each class, drawn once: copying it is much faster than drawing ten thousand outlines. */
export function makeStamps(classes: number, radius: number, density: number): HTMLCanvasElement[] {
  const side = Math.ceil((radius * 2 + 3) * density);
  return Array.from({ length: classes }, (_, label) => {
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.translate(side / 2, side / 2);
    context.scale(radius * density, radius * density);
    const outline = new Path2D(signOutlines[label % signOutlines.length]);
    context.fillStyle = colourOf(label);
    context.strokeStyle = theme().paper;
    context.lineWidth = 0.7 / radius;
    context.fill(outline);
    context.stroke(outline);
    return canvas;
  });
}
