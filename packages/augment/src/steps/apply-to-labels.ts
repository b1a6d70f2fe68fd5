import { checkSampling } from '../geometry/fill-mode.ts';
import { forward, type Geometry } from '../geometry/geometry.ts';
import { warp } from '../geometry/warp.ts';
import { checkImage } from '../image/check-image.ts';
import type { Image, Pixels, Size } from '../image/image.ts';
import { geometryOfSteps } from './apply-recipe.ts';
import type { Recipe } from './recipe.ts';

/** A place: pixel centres are whole numbers. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

/** A rectangle by its edges: the upper left pixel covers 0 to 1. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Moves a mask along with its picture: the nearest value is taken, and outside is `cval` (0) unless a mode is given. */
export function applyToMask<P extends Pixels>(
  mask: Image<P>,
  { steps, fillMode = 'constant', cval = 0 }: Recipe,
): Image<P> {
  checkImage(mask, 'mask');
  checkSampling({ fillMode, cval });
  const { maps, ...size } = geometryOfSteps(steps, mask);
  return warp(mask, maps, { ...size, fillMode, cval, interpolation: 'nearest', reach: 0.5 });
}

/** Moves places along with their picture of a size; they may leave it. */
export function applyToPoints(points: readonly Point[], { steps }: Recipe, size: Size): Point[] {
  const geometry = geometryOfSteps(steps, size);
  return points.map((point) => move(point, geometry));
}

/**
 * Moves boxes along with their picture of a size: the result is the smallest box about what a box becomes, cut to the
 * picture, or undefined where nothing of it is left.
 */
export function applyToBoxes(boxes: readonly Box[], { steps }: Recipe, size: Size): (Box | undefined)[] {
  const geometry = geometryOfSteps(steps, size);
  const bent = steps.some(({ op }) => op === 'elastic');
  return boxes.map((box) =>
    around(
      outline(box, bent ? 16 : 1).map((point) => move(point, geometry)),
      geometry,
    ),
  );
}

function move({ row, column }: Point, geometry: Geometry): Point {
  const [toRow, toColumn] = forward(geometry, row, column);
  return { row: toRow, column: toColumn };
}

/** Places along the edges: so many on each. */
function outline({ top, left, bottom, right }: Box, pieces: number): Point[] {
  const corners = [
    [top, left],
    [top, right],
    [bottom, right],
    [bottom, left],
  ] as const;
  return corners.flatMap(([row, column], i) => {
    const [nextRow, nextColumn] = corners[(i + 1) % 4]!;
    return Array.from({ length: pieces }, (_, k) => ({
      row: row + ((nextRow - row) * k) / pieces - 0.5,
      column: column + ((nextColumn - column) * k) / pieces - 0.5,
    }));
  });
}

function around(points: readonly Point[], { height, width }: Size): Box | undefined {
  const rows = points.map(({ row }) => row + 0.5);
  const columns = points.map(({ column }) => column + 0.5);
  const box = {
    top: Math.max(0, Math.min(...rows)),
    left: Math.max(0, Math.min(...columns)),
    bottom: Math.min(height, Math.max(...rows)),
    right: Math.min(width, Math.max(...columns)),
  };
  return box.bottom > box.top && box.right > box.left ? box : undefined;
}
