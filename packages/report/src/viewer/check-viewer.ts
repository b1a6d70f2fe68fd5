import { ArgumentError } from '@animals/core';
import { checkDrawable, checkSome, checkUnique } from '../chart/check-numbers.ts';
import type { EmbeddingView, EmbeddingViewerOptions } from './embedding-viewer.ts';

const mostCoordinates = 6e6;

/** The frames of a view; points are one frame. */
export const framesOf = ({ frames, points }: EmbeddingView): readonly ArrayLike<number>[] =>
  frames ?? (points ? [points] : []);

function checkIterations({ iterations, name }: EmbeddingView, frames: number): void {
  if (!iterations) return;
  const rising = iterations.every((at, i) => Number.isFinite(at) && (i === 0 || at > (iterations[i - 1] as number)));
  if (iterations.length === frames && rising) return;
  const rule = 'iterations must rise, one a frame';
  throw new ArgumentError('iterations', `${rule}, got ${iterations.length} for ${frames} frames of ${name}`);
}

/**
 * Checks one map and counts its points.
 * @throws ArgumentError if it has both or neither of points and frames, frames differ in length, or a number is not finite.
 */
export function checkView(view: EmbeddingView): number {
  const { name, points, frames, curve = [], phases = [] } = view;
  if ((points === undefined) === (frames === undefined)) {
    throw new ArgumentError('views', `views must have points or frames, got ${points ? 'both' : 'neither'} in ${name}`);
  }
  const all = framesOf(view);
  checkSome('frames', all);
  const { length } = all[0] as ArrayLike<number>;
  if (length === 0 || length % 2 !== 0 || all.some((frame) => frame.length !== length)) {
    const got = [...new Set(all.map((frame) => frame.length))].slice(0, 4).join(', ');
    throw new ArgumentError('frames', `frames must hold x and y of the same points, got ${got} numbers in ${name}`);
  }
  if (length * all.length > mostCoordinates) {
    const rule = `frames must hold at most ${mostCoordinates} coordinates`;
    throw new ArgumentError('frames', `${rule}, got ${length * all.length} in ${name}; keep fewer frames`);
  }
  for (const frame of all) for (let i = 0; i < length; i++) checkDrawable('frames', frame[i] as number);
  for (const number of curve.flatMap(({ iteration, value }) => [iteration, value])) checkDrawable('curve', number);
  for (const { at } of phases) checkDrawable('phases', at);
  checkIterations(view, all.length);
  return length / 2;
}

/**
 * Checks what the maps have in common.
 * @throws ArgumentError unless labels are indices of classes, and labels, ids and thumbnails are one a point.
 */
export function checkViewer(options: EmbeddingViewerOptions, points: number): void {
  const { labels, classes = [], ids, thumbnails, thumbnailSize } = options;
  for (const [parameter, list] of Object.entries({ labels, ids, thumbnails })) {
    if (!list || list.length === points) continue;
    throw new ArgumentError(parameter, `${parameter} must be one a point, got ${list.length} for ${points} points`);
  }
  if ((labels === undefined) !== (classes.length === 0)) {
    throw new ArgumentError('labels', 'labels must come with classes, got one without the other');
  }
  if (classes.length > 255) throw new ArgumentError('classes', `classes must be at most 255, got ${classes.length}`);
  checkUnique('classes', classes);
  const wrong = Array.from(labels ?? []).find((label) => classes[label] === undefined);
  if (wrong !== undefined) {
    throw new ArgumentError('labels', `labels must be from 0 to ${classes.length - 1}, got ${wrong}`);
  }
  if (thumbnailSize === undefined) return;
  if (!thumbnails || !(Number.isInteger(thumbnailSize) && thumbnailSize >= 8 && thumbnailSize <= 96)) {
    const rule = 'thumbnailSize must be a whole number from 8 to 96, with thumbnails';
    throw new ArgumentError('thumbnailSize', `${rule}, got ${thumbnailSize}`);
  }
}
