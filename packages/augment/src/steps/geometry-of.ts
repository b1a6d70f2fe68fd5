import { elasticMap } from '../geometry/elastic-map.ts';
import { matrixMap } from '../geometry/matrix-map.ts';
import { about, cosSin, type Matrix3, multiply, translation } from '../geometry/matrix3.ts';
import { solvePerspective } from '../geometry/solve-perspective.ts';
import type { SpatialMap } from '../geometry/spatial-map.ts';
import type { Size } from '../image/image.ts';
import { kerasMatrix } from '../keras/keras-matrix.ts';
import type { GeometryStep } from './step.ts';

/** The map of a step on a picture of a size. */
export function geometryOf(step: GeometryStep, size: Size): SpatialMap {
  return step.op === 'elastic' ? elasticMap(size, step) : matrixMap(matrixOf(step, size));
}

function matrixOf(step: Exclude<GeometryStep, { op: 'elastic' }>, size: Size): Matrix3 {
  const { height, width } = size;
  const atCentre = (matrix: Matrix3) => about(matrix, (height - 1) / 2, (width - 1) / 2);
  switch (step.op) {
    case 'flip':
      return step.axis === 'horizontal' ? [1, 0, 0, 0, -1, width - 1, 0, 0, 1] : [-1, 0, height - 1, 0, 1, 0, 0, 0, 1];
    case 'shift':
      return translation(-step.rows, -step.columns);
    case 'rotate': {
      const [c, s] = cosSin(step.degrees);
      return atCentre([c, s, 0, -s, c, 0, 0, 0, 1]);
    }
    case 'shear': {
      const shear: Matrix3 = [1, step.y, 0, step.x, 1, 0, 0, 0, 1];
      return step.about === 'corner' ? about(shear, -0.5, -0.5) : atCentre(shear);
    }
    case 'zoom':
      return atCentre([1 / step.rows, 0, 0, 0, 1 / step.columns, 0, 0, 0, 1]);
    case 'perspective':
      return solvePerspective(step.corners, size);
    case 'crop': {
      const [down, across] = [step.height / (step.toHeight ?? step.height), step.width / (step.toWidth ?? step.width)];
      return multiply(translation(step.top, step.left), about([down, 0, 0, 0, across, 0, 0, 0, 1], -0.5, -0.5));
    }
    case 'keras':
      return kerasMatrix(step, size, step.variant);
    default:
      return step satisfies never;
  }
}

/** Size of the result of a step. */
export function sizeAfter(step: GeometryStep, size: Size): Size {
  if (step.op !== 'crop') return size;
  return { height: step.toHeight ?? step.height, width: step.toWidth ?? step.width };
}
